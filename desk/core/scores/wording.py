"""How papers and screens tell where a result comes from; in Chinese, as it is posted."""

from collections.abc import Sequence

from desk.core.scores.engine import Line, points_text
from desk.core.scores.model import ScoreRound
from desk.core.scores.queries import ResultRow
from desk.core.scores.sheets import Sheet


def explanation(sheet: Sheet, line: Line) -> str:
    """Where a total comes from: each role with its raters, what was left out, its mean and weight, then what is given."""
    weights = sum(part.weight for part in line.parts)
    said = []
    for part in line.parts:
        words = f"{sheet.role(part.role).title}{part.raters}人"
        if part.dropped:
            words += f"(另去掉{'、'.join(points_text(one) for one in part.dropped)})"
        if part.incomplete:
            words += f"(另有{part.incomplete}份填写不全,未计)"
        words += f"平均{points_text(part.mean)}分"
        said.append(words if len(line.parts) == 1 else f"{words},权重{part.weight}/{weights}")
    given = [f"{sheet.criterion(code).title}{points_text(value)}分" for code, value in line.by_criterion
             if sheet.criterion(code).kind == "given"]
    return ";".join([*said, *given]) + "。" if said or given else ""


def posting_text(community: str, found: ScoreRound, results: Sequence[ResultRow]) -> str:
    """The notice's body, when nobody wrote another: what was judged, the ranking, where to object."""
    lines = [f"根据{found.data['title']},{community}组织了{found.title},现将结果公示如下:"]
    for one in results:
        rank = f"第{one.rank}名" + ("(并列)" if one.tied else "") if one.rank else "未计分"
        lines.append(f"{rank} {one.title} {one.total_text}{'分' if one.rank else ''} {one.band}".strip())
    lines.append("公示期内如有异议,请向社区反映,逐条答复。")
    return "\n".join(lines)
