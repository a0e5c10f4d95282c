"""Invented stories and everyday phrases for the practice data; the phrases also start a hall's own library."""

STORIES = (
    ("neighbour", "楼上卫生间渗水，造成楼下客厅吊顶和木地板受损，双方就维修和赔偿不能达成一致。", "修复防水层，停止渗水;"),
    ("neighbour", "楼道内堆放杂物和电动车，邻居多次劝说未果，发生争吵。", "清理楼道杂物，电动车停放到车棚;"),
    ("estate_service", "单元门禁长期损坏，业主以此为由拒交物业费。", "修复门禁，减免维修期间物业费;"),
    ("marriage_family", "兄妹三人就父亲赡养费分担和轮流照料意见不一。", "明确每月赡养费和照料安排;"),
    ("consumer", "在小区超市购买的电热水壶漏电，商家只同意维修不同意退货。", "退还货款并赔偿检测费;"),
    ("labour", "装修工程完工后，包工头拖欠三名工人工资。", "一周内付清拖欠工资;"),
    ("neighbour", "阳台养鸽粪便落到楼下晾晒的被褥上。", "迁走鸽笼，赔偿清洗费;"),
    ("homestead", "两户因院墙位置和滴水问题发生争执。", "按原界址恢复院墙;"),
    ("damages", "空调外机冷凝水滴落，造成楼下雨棚锈蚀损坏。", "改装排水管，赔偿雨棚维修费;"),
    ("neighbour", "夜间装修噪声影响相邻老人休息，引起争吵。", "限定施工时间，赔偿检查费用;"),
)
CLAUSES = ("被申请人自本协议生效之日起7日内修复完毕，费用自理;", "被申请人向申请人赔礼道歉，双方互相谅解;",
           "双方就此事再无其他争议。")
PHRASES = (
    ("mediation.record", "调解员：今天就双方的纠纷进行调解，双方的权利和义务刚才已经告知，是否听清?"),
    ("mediation.record", "申请人：听清了，同意调解。"), ("mediation.record", "被申请人：听清了，同意调解。"),
    ("mediation.record", "调解员：请双方就具体方案发表意见。"),
    ("mediation.clause", "被申请人于本协议签订之日起    日内一次性支付申请人人民币    元;"),
    ("mediation.clause", "双方自愿达成本协议，就此事再无其他争议。"),
    ("mediation.performance", "以银行转账方式支付至申请人本人账户。"), ("mediation.performance", "当场履行完毕。"),
    ("mediation.summary", "双方因    发生争执，经自行协商未能达成一致，到社区申请调解。"),
    ("mediation.facts", "经查明,    。双方争议的主要事项为    。"),
    ("mediation.question", "请介绍一下你所了解的情况。"), ("mediation.visit", "协议已按约履行，双方关系稳定。"),
)
