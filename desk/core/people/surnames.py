"""Surnames whose reading a character table gets wrong, and surnames of two characters. Data, no logic beyond look-up.

Readings without tones, ü as v; the first is the usual one, the others are searched as well.
Source: surname readings of 现代汉语词典; compared with what pypinyin 0.55 reads wrongly.
"""

SURNAME_READINGS: dict[str, tuple[str, ...]] = {
    # one character
    "单": ("shan", "dan"), "仇": ("qiu", "chou"), "解": ("xie", "jie"), "查": ("zha", "cha"), "区": ("ou", "qu"),
    "曾": ("zeng",), "尉": ("wei", "yu"), "朴": ("piao", "pu"), "盖": ("ge", "gai"), "缪": ("miao", "mou"),
    "翟": ("zhai", "di"), "乐": ("yue", "le"), "任": ("ren",), "宁": ("ning",), "华": ("hua",), "卜": ("bu",),
    "覃": ("qin", "tan"), "洗": ("xian", "xi"), "冼": ("xian",), "葛": ("ge",), "黑": ("he", "hei"), "那": ("na",),
    "哈": ("ha",), "员": ("yun", "yuan"), "种": ("chong", "zhong"), "折": ("she", "zhe"), "薄": ("bo",),
    "逄": ("pang",), "过": ("guo",), "秘": ("bi", "mi"), "能": ("nai", "neng"), "召": ("shao", "zhao"),
    "车": ("che",), "重": ("chong", "zhong"), "令": ("ling",), "纪": ("ji",), "隗": ("wei", "kui"),
    "郗": ("xi", "chi"), "郇": ("xun", "huan"), "乜": ("nie", "mie"), "佴": ("nai", "er"), "祭": ("zhai", "ji"),
    "柏": ("bai", "bo"), "谌": ("chen", "shen"), "贾": ("jia",), "贲": ("ben",), "繁": ("po", "fan"),
    "句": ("gou", "ju"), "都": ("du",), "宓": ("mi", "fu"), "宿": ("su",), "应": ("ying",), "强": ("qiang", "jiang"),
    "干": ("gan",), "相": ("xiang",), "藏": ("zang",), "曲": ("qu",), "褚": ("chu",), "肖": ("xiao",),
    "阚": ("kan",), "牟": ("mu", "mou"), "粘": ("nian", "zhan"), "眭": ("sui",), "逯": ("lu",), "俱": ("ju",),
    "盛": ("sheng",), "撒": ("sa",), "要": ("yao",), "炅": ("gui", "jiong"), "费": ("fei", "bi"), "谷": ("gu",),
    "郄": ("qie", "xi"), "訾": ("zi",), "靳": ("jin",), "亓": ("qi",), "璩": ("qu",), "晁": ("chao",),
    "瞿": ("qu",), "殷": ("yin",), "颉": ("xie", "jie"), "莘": ("shen", "xin"), "妫": ("gui",), "芮": ("rui",),
    "闵": ("min",), "谯": ("qiao",), "戚": ("qi",), "呙": ("guo",), "适": ("kuo", "shi"), "会": ("gui", "hui"),
    "不": ("fou", "bu"), "黾": ("mian", "min"), "洪": ("hong",), "尹": ("yin",), "石": ("shi",), "郝": ("hao",),
    "阿": ("a",), "万": ("wan",), "冯": ("feng",), "吴": ("wu",), "曹": ("cao",), "卓": ("zhuo",), "翁": ("weng",),
    # two characters
    "尉迟": ("yuchi", "weichi"), "万俟": ("moqi", "wansi"), "长孙": ("zhangsun", "changsun"),
    "单于": ("chanyu", "danyu"), "澹台": ("tantai", "dantai"), "令狐": ("linghu",), "欧阳": ("ouyang",),
    "上官": ("shangguan",), "司马": ("sima",), "诸葛": ("zhuge",), "皇甫": ("huangfu",), "慕容": ("murong",),
    "夏侯": ("xiahou",), "司徒": ("situ",), "司空": ("sikong",), "东方": ("dongfang",), "端木": ("duanmu",),
    "公孙": ("gongsun",), "轩辕": ("xuanyuan",), "宇文": ("yuwen",), "鲜于": ("xianyu",), "闻人": ("wenren",),
    "赫连": ("helian",), "呼延": ("huyan",), "独孤": ("dugu",), "南宫": ("nangong",), "拓跋": ("tuoba",),
    "濮阳": ("puyang",), "淳于": ("chunyu",), "太史": ("taishi",), "申屠": ("shentu",), "钟离": ("zhongli",),
    "宗政": ("zongzheng",), "公冶": ("gongye",), "仲孙": ("zhongsun",), "百里": ("baili",), "东郭": ("dongguo",),
    "西门": ("ximen",), "完颜": ("wanyan",), "纳兰": ("nalan",), "叶赫": ("yehe",), "爱新": ("aixin",),
}

GIVEN_READINGS: dict[str, tuple[str, ...]] = {
    # characters of given names that are read in two ways, the more usual first
    "乐": ("le", "yue"), "行": ("xing", "hang"), "朝": ("chao", "zhao"), "重": ("chong", "zhong"),
    "长": ("chang", "zhang"), "茜": ("xi", "qian"), "晟": ("sheng", "cheng"), "盛": ("sheng", "cheng"),
    "莘": ("xin", "shen"), "娜": ("na", "nuo"), "柏": ("bai", "bo"), "传": ("chuan", "zhuan"),
    "参": ("shen", "can"), "隽": ("juan", "jun"), "炅": ("jiong", "gui"), "蔚": ("wei", "yu"),
    "仇": ("qiu", "chou"), "曾": ("zeng", "ceng"), "省": ("xing", "sheng"), "调": ("tiao", "diao"),
    "露": ("lu", "lou"), "藏": ("cang", "zang"), "都": ("du", "dou"), "卜": ("bu",), "和": ("he",), "华": ("hua",),
    "中": ("zhong",), "正": ("zheng",), "少": ("shao",), "好": ("hao",), "兴": ("xing",), "为": ("wei",),
    "相": ("xiang",), "应": ("ying",), "令": ("ling",), "俊": ("jun",), "贝": ("bei",), "禅": ("chan", "shan"),
    "单": ("dan", "shan"), "沈": ("shen", "chen"), "洁": ("jie",), "玥": ("yue",), "曦": ("xi",), "燕": ("yan",),
    "那": ("na",), "甫": ("fu",), "弗": ("fu",), "与": ("yu",), "予": ("yu",), "几": ("ji",), "更": ("geng",),
}


def split_surname(name: str) -> tuple[str, str]:
    """(surname, given name) of a Chinese name: a known surname of two characters, else the first character."""
    length = 2 if len(name) > 2 and name[:2] in SURNAME_READINGS else 1
    return name[:length], name[length:]
