"""Codes for readers that type what they read (keyboard wedges): drawn as vectors, sharp at any size."""

POINTS_A_MM = 72 / 25.4


def qr_code(text: str, side: float) -> object:
    """`text` as a QR code, `side` mm wide with its quiet edge; what the block `Drawing` takes."""
    from reportlab.graphics.barcode.qr import QrCodeWidget  # loaded when something is drawn, not with the blocks
    from reportlab.graphics.shapes import Drawing as Shapes

    points = side * POINTS_A_MM
    code = QrCodeWidget(text, barLevel="M", barBorder=1)
    left, bottom, right, top = code.getBounds()
    shapes = Shapes(points, points, transform=[points / (right - left), 0, 0, points / (top - bottom), 0, 0])
    shapes.add(code)
    return shapes
