"""Papers for the tests: invented people, the wording of real forms."""

from desk.core.documents import model as m
from desk.core.documents.chinese_dates import date_text, long_date
from desk.core.documents.money import both

FACTS = ("双方系同楼栋上下楼邻居。2026年9月12日19时许,乙方家中卫生间管道渗漏,水沿楼板缝隙流入甲方客厅,造成吊顶、墙面、"
         "木地板不同程度受损。甲方认为乙方长期未检修管道,应当赔偿全部损失;乙方认为楼龄较长,公共立管亦有锈蚀,"
         "责任不应由其一人承担。经社区网格员、物业公司工作人员到场查看,渗漏点位于乙方卫生间支管接口处。")


def party(label: str, name: str | None) -> m.FieldTable:
    known = name is not None
    return m.FieldTable(
        ((m.label(label), m.value(name), m.label("性别"), m.value("女" if known else None), m.label("民族"),
          m.value("汉族" if known else None), m.label("年龄"), m.value("46" if known else None)),
         (m.label("职业或职务"), m.value("个体经营者" if known else None, span=3), m.label("联系方式"),
          m.value("13900000001" if known else None, span=3)),
         (m.label("单位或住址"), m.value("示范区百花街道杏林社区百花小区3号楼2单元1101室" if known else None, span=7))),
        widths=(3.2, 3, 1.6, 1.4, 2.4, 1.6, 1.6, 1.6))


def agreement(times: int = 3) -> m.Document:
    return m.Document(
        "mediation.agreement", "人民调解协议书", number="(2026)杏调字第12号", joint_seal="(骑缝章)",
        author="杏林社区人民调解委员会",
        page=m.PageSetup(margins=m.Margins(30, 28, 28, 26)), style=m.FORM,
        blocks=(m.Title("人民调解协议书"), m.NumberLine("(2026)杏调字第12号"), party("当事人(甲方)", "林晓梅"),
                party("当事人(乙方)", "赵建国"),
                m.LabelledText("纠纷主要事实、争议事项:", "\n".join([FACTS] * times), below=True),
                m.Paragraph(m.Span("经调解,自愿达成如下协议:", role=m.FontRole.HEI), indent=0, keep_with_next=True),
                m.NumberedClauses((f"乙方一次性赔偿甲方房屋修缮费用{both(1250000)},于2026年11月30日前转入甲方账户;",
                                   "乙方于2026年11月15日前修复渗漏管道,并通知物业公司验收;",
                                   "双方今后就本次渗漏不再提出其他主张。")),
                m.LabelledText("履行方式、时限:", "银行转账,2026年11月30日前一次性付清。"),
                m.Paragraph(("本协议一式", m.Field("3", underline=True), "份,当事人、人民调解委员会各持一份。")),
                m.SignatureBlock((m.SignatureLine("当事人(签名盖章或按指印)", count=2),
                                  m.SignatureLine("人民调解员(签名)"), m.SignatureLine("记录人(签名)")),
                                 unit="杏林社区人民调解委员会", seal="(人民调解委员会印章)", date=None)))


def application(known: bool) -> m.Document:
    return m.Document(
        "mediation.application", "人民调解申请书", style=m.FORM, page=m.PageSetup(margins=m.FORM_MARGINS),
        mode=m.PaperMode.FINAL if known else m.PaperMode.BLANK,
        blocks=(m.Title("人民调解申请书"), party("申请人姓名", "林晓梅" if known else None),
                party("被申请人姓名", "赵建国" if known else None),
                m.LabelledText("纠纷简要情况:", FACTS if known else None, lines=6),
                m.Paragraph(m.Span("当事人申请事项:", role=m.FontRole.HEI), indent=0, keep_with_next=True),
                m.NumberedClauses(("请求被申请人赔偿房屋修缮费用。", "请求被申请人修复管道。") if known else ()),
                m.Paragraph("人民调解委员会已将申请人民调解的相关规定告知我,现自愿申请人民调解委员会进行调解。"),
                m.SignatureBlock((m.SignatureLine("申请人(签名盖章或按指印)"),), date=None)))


def register(struck: bool | None) -> m.Document:
    chosen = (struck, None if struck is None else not struck)
    return m.Document(
        "mediation.register", "人民调解受理登记表", style=m.FORM,
        blocks=(m.Title("人民调解受理登记表"),
                m.Paragraph((date_text(None), ",人民调解委员会", m.Span("依当事人申请"),
                             m.Span("(人民调解委员会主动调解)", strike=bool(struck)),
                             ",经当事人同意,调解", m.Field(None, 8), "、", m.Field(None, 8), "之间的纠纷。")),
                m.LabelledText("纠纷类型:", "邻里纠纷"),
                m.Choice("案件来源:", (m.Option("当事人申请", chosen[0]), m.Option("人民调解委员会主动调解", chosen[1])),
                         m.ChoiceStyle.CIRCLED),
                m.Choice("处理意见:", (m.Option("同意", True), m.Option("反对", False), m.Option("弃权"))),
                m.Choice("方式:", (m.Option("口头", True), m.Option("书面", False)), m.ChoiceStyle.STRIKE),
                m.LabelledText("纠纷简要情况:", None, lines=5),
                m.SignatureBlock((m.SignatureLine("当事人(签名)"), m.SignatureLine("登记人(签名)")),
                                 seal="(人民调解委员会印章)", date=None),
                m.Note("备注:此表由人民调解委员会填写。")))


def sign_in(rows: int = 60) -> m.Document:
    return m.Document(
        "consultation.sign_in", "居民代表会议签到表", style=m.COMPACT, footer="杏林社区居民委员会",
        page=m.PageSetup(margins=m.FORM_MARGINS, numbers=m.PageNumber.OF_TOTAL),
        blocks=(m.Title("杏林社区2026年第三次居民代表会议签到表", size=18),
                m.DataTable((m.Column("序号", 1), m.Column("姓名", 2), m.Column("房号", 3.4), m.Column("公民身份号码", 4.2),
                             m.Column("应到", 1.2, numeric=True, group="人数"),
                             m.Column("实到", 1.2, numeric=True, group="人数"), m.Column("签名", 2.6)),
                            tuple((str(n), f"张小{'一二三四五六七八九十'[n % 10]}",
                                   f"{n % 30 + 1}号楼{n % 3 + 1}单元{100 + n}室",

                                   "110101199003070016", "1", "1", None) for n in range(1, rows + 1)),
                            total=("合计", "", "", "", str(rows), str(rows), ""), blank_rows=3, note="注:代签须附委托书。")))


def minutes() -> m.Document:
    return m.Document(
        "consultation.minutes", "会议纪要", stamps=(m.SPECIMEN, m.reprint_stamp("2026年11月5日 第2次")),
        blocks=(m.RedHead("杏林社区居民委员会会议纪要", "杏居纪〔2026〕3号"),
                m.Title("关于百花小区停车秩序整治工作推进会议纪要"),
                m.Paragraph("各居民小组:", indent=0), m.Heading("一、会议基本情况"), m.Paragraph(FACTS),
                m.Heading("(一)时间与地点", 2), m.Paragraph(FACTS + FACTS), m.Heading("1.参加人员", 3), m.Paragraph(FACTS * 2),
                m.SignatureBlock(unit="杏林社区居民委员会", seal="(印章)", date="2026年11月5日")))


def certificate(number: int) -> m.Document:
    return m.Document(
        "volunteers.certificate", "志愿服务记录证明", style=m.FORM, number=f"杏志证〔2026〕{number}号",
        page=m.PageSetup(numbers=m.PageNumber.NONE),
        blocks=(m.Title("志愿服务记录证明"), m.NumberLine(f"杏志证〔2026〕{number}号"),
                m.Paragraph(("兹证明志愿者", m.Field(f"王小明{number}", underline=True),
                             "(公民身份号码110101199003070016)于2026年1月1日至2026年10月31日期间,在杏林社区参加志愿服务,"
                             "累计服务时间", m.Field("36.5", underline=True), "小时,服务内容为敬老助残、环境整治、文明劝导。")),
                m.Paragraph("本证明仅证明本社区记录的志愿服务情况。"), m.Paragraph("特此证明。"),
                m.SignatureBlock((m.SignatureLine("负责人(签字)"), m.SignatureLine("经办人(签字)")),
                                 unit="杏林社区居民委员会", seal="(公章)", date=f"2026年11月{number % 28 + 1}日")))


def ballot() -> m.Document:
    return m.Document(
        "consultation.ballot", "表决票", style=m.FORM,
        page=m.PageSetup(margins=m.FORM_MARGINS, numbers=m.PageNumber.NONE),
        blocks=(m.Title("业主大会表决票", size=20), m.NumberLine("No. 0012"),
                m.FieldTable(((m.label("议题", rows=3), m.label("内容"), m.label("同意"), m.label("反对"), m.label("弃权")),
                              (m.value("关于选聘物业服务企业的议题,本议题内容较长,应当在格内自动换行显示完整。"),
                               *(m.value((m.Span("□"),)) for _ in range(3))),
                              (m.value("关于使用维修资金的议题"), *(m.value((m.Span("□", tick=n == 0),)) for n in range(3)))),
                             widths=(1, 6, 1.5, 1.5, 1.5)),
                m.Note("填票说明:请在所选意见对应的方框内打√,每一议题只能选择一项,涂改无效。"), m.CutLine("(骑缝章)"),
                m.Title("存根", size=16),
                m.SignatureBlock((m.SignatureLine("领票人"), m.SignatureLine("代理人")), columns=2, wide=True,
                                 date=date_of())))


def date_of() -> str:
    from datetime import date

    return long_date(date(2026, 11, 5))


def all_samples() -> dict[str, m.Document]:
    return {"agreement": agreement(), "application": application(True), "application_blank": application(False),
            "register": register(True), "sign_in": sign_in(), "minutes": minutes(), "certificate": certificate(7),
            "ballot": ballot()}
