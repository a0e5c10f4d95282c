"""What the seed documents name: themes of teams, posts to claim, trades of the fair. To begin with; a hall changes them."""

THEMES = (
    "敬老助老", "治安巡逻", "环境卫生", "心理关怀", "健康咨询", "义诊", "防灾减灾", "法律宣传", "政策宣讲", "扶贫帮困", "助残",
    "关爱儿童", "便民服务", "文化活动", "公益服务", "矛盾纠纷调解", "文明行为劝导",
)

POSTS = (
    ("治安巡逻岗", "在小区巡查消防通道、门禁和照明，发现隐患及时告知社区。"),
    ("环境卫生美化岗", "巡查楼道和绿地，劝导垃圾分类，参加义务劳动。"),
    ("文明行为劝导岗", "劝导文明养犬、有序停车、楼道不堆物。"),
    ("矛盾纠纷调解岗", "帮邻里说和小事，解决不了的转社区调解室。"),
    ("意见联络岗", "公开受理居民的意见建议，转交社区并把答复带回。"),
)
"""认岗; the fifth passes on wishes openly (systems D2)."""

SKILL_WORDS = (
    ("hair", ("理发",)), ("repair", ("修电器", "维修", "家电", "水电")), ("mending", ("缝", "补鞋", "修鞋", "修伞")),
    ("knives", ("磨刀",)), ("medical", ("医", "护理", "急救")), ("mind", ("心理",)), ("mediation", ("调解",)),
    ("law", ("法律", "律师")), ("teaching", ("教", "辅导")), ("computer", ("电脑", "计算机", "手机")),
    ("driving", ("驾驶", "司机")),
    ("art", ("书法", "绘画", "音乐", "舞蹈", "摄影", "文艺")), ("cooking", ("烹饪", "厨")),
    ("language", ("外语", "英语", "翻译", "手语")),
)
"""Words by which skills are known in lists that come in: (code, parts of words)."""

TRADES = (
    ("磨刀", "knives", "砂轮、磨刀石、围裙"),
    ("修伞", "mending", "钳子、伞骨、铁丝"),
    ("修小家电", "repair", "万用表、螺丝刀、绝缘胶布"),
    ("修鞋", "mending", "补鞋机、胶水、鞋掌"),
    ("缝补裤脚", "mending", "缝纫机、针线"),
    ("理发", "hair", "推子、剪刀、围布、消毒液"),
    ("量血压和用药咨询", "medical", "血压计、听诊器"),
    ("手机使用指导", "computer", "充电线"),
    ("法律咨询", "law", "宣传册"),
)
"""“老行当”: (title, skill, tools)."""
