"""领取单, signed by the owner; official papers are always Chinese."""

from desk.api.documents import Document, LabelledText, SignatureBlock, SignatureLine, Title


def build(item):
    """The slip of a thing; without one the blank form."""
    case = item["case"] if item else None
    lines = (("物品:", case and case.title), ("拾得地点:", case and case.summary), ("编号:", case and case.number),
             ("领取人:", item and item["owner"]))
    return Document("lostfound.slip", "失物领取单", (
        Title("失物领取单"), *(LabelledText(label, value or None) for label, value in lines),
        SignatureBlock((SignatureLine("领取人(签名)"),))))
