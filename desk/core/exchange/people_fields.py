"""The residents' list as data: what its columns are called in practice, and the words for sex, relation and kind.

Headings collected from the forms halls use (GA/T 517 and GB/T 4761 wording, grid platforms' exports, printed rolls).
"""

from desk.core.exchange.columns import ImportField
from desk.core.i18n import N_

PEOPLE_FIELDS = (
    ImportField("name", N_("Name"), (
        "姓名", "居民姓名", "名字", "人员姓名", "公民姓名", "姓名全称", "中文姓名", "xingming", "name"), required=True),
    ImportField("id_number", N_("Identity number"), (
        "身份证号", "身份证号码", "公民身份号码", "公民身份证号码", "居民身份证号码", "身份号码", "证件号码", "证件号",
        "身份证", "身份证件号码", "有效证件号码", "身份证编号", "sfzh", "idcard", "idnumber"), kind="id_number"),
    ImportField("sex", N_("Sex"), ("性别", "男女", "sex", "gender")),
    ImportField("birth", N_("Born"), (
        "出生日期", "出生年月日", "出生年月", "生日", "出生时间", "出生", "出生年份", "birthday"), kind="date"),
    ImportField("phone", N_("Telephone"), (
        "联系电话", "联系方式", "手机号码", "手机号", "手机", "电话号码", "电话", "移动电话", "联系号码", "联系手机",
        "本人电话", "联系电话号码", "固定电话", "家庭电话", "phone", "mobile", "tel"), kind="phone"),
    ImportField("address", N_("Address"), (
        "住址", "现住址", "现居住地址", "居住地址", "居住地", "家庭住址", "家庭地址", "详细地址", "现住地址", "常住地址",
        "居住详址", "现居住地", "现居地址", "住址详细", "门牌地址", "房屋地址", "地址", "门牌号", "户籍地址",
        "户口地址", "address")),
    ImportField("household_code", N_("Household number"), (
        "户号", "户编号", "家庭编号", "户口簿号", "户口本号", "户籍号", "家庭户号", "户序号")),
    ImportField("area", N_("Grid"), (
        "网格", "所属网格", "所在网格", "网格名称", "网格编号", "网格号", "微网格", "所属微网格", "基础网格", "grid")),
    ImportField("relation", N_("Relation to the head of household"), (
        "与户主关系", "与户主的关系", "和户主关系", "户主关系", "家庭关系", "关系", "成员关系", "与户主或本人关系")),
    ImportField("resident_kind", N_("Kind of resident"), (
        "人员类别", "人口类别", "居民类别", "人口类型", "人员类型", "居住类型", "户籍类型", "居住情况", "人口性质")),
)

BLANKS = frozenset(("", "无", "没有", "暂无", "不详", "未知", "未填", "空", "-", "--", "—", "——", "/", "\\", "n/a", "null",
                    "none"))
"""What people write for nothing."""

SEX_WORDS = {"男": "1", "男性": "1", "1": "1", "m": "1", "male": "1", "女": "2", "女性": "2", "2": "2", "f": "2",
             "female": "2", "0": "0", "9": "9", "未说明": "9", "未知的性别": "0", "未说明的性别": "9"}

RELATION_WORDS = {word: code for code, words in {
    # GB/T 4761 by its first digit
    "0": "本人 户主 本人或户主 户主本人 户主或本人 0 01 02",
    "1": "配偶 夫 妻 丈夫 妻子 爱人 老婆 老公 1 10",
    "2": "子 儿子 长子 次子 三子 四子 五子 独生子 养子 继子 女婿 2 20",
    "3": "女 女儿 长女 次女 二女 三女 四女 五女 独生女 养女 继女 儿媳 媳妇 3 30",
    "4": "孙子 孙女 外孙 外孙子 外孙女 孙媳 曾孙 孙辈 4 40",
    "5": "父 母 父亲 母亲 公公 婆婆 岳父 岳母 继父 继母 父母 5 50",
    "6": "祖父 祖母 外祖父 外祖母 爷爷 奶奶 外公 外婆 姥姥 姥爷 曾祖父 曾祖母 祖辈 6 60",
    "7": "兄 弟 姐 妹 哥哥 弟弟 姐姐 妹妹 嫂 嫂子 弟媳 姐夫 妹夫 兄弟 姐妹 兄弟姐妹 7 70",
}.items() for word in words.split()}

RESIDENT_KIND_WORDS = {word: code for code, words in {
    "permanent": "常住 常住人口 常住居民 户籍 户籍人口 户籍居民 本地 本社区 人户一致 在册",
    "floating": "流动 流动人口 暂住 暂住人口 外来 外来人口 寄住 租户 租住 非户籍 非户籍人口 人在户不在",
    "outside": "非本社区 人户分离 外出 外出人口 空挂 空挂户 户在人不在",
}.items() for word in words.split()}
