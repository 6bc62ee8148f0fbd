import CXLSXWriter
import Documents

/// How a cell looks.
struct XLSXStyle: Hashable {
    var role = Role.body
    var number = XLSXNumberFormat.general
    /// nil: texts at the start, numbers at the end.
    var alignment: Column.Alignment?
    var wraps = false
    /// Whether the text is one from right to left, whatever the sheet is. Where it is not said, LibreOffice
    /// takes every text for one from left to right and puts the full stop on the wrong side.
    var readsFromRightToLeft = false
    var isLink = false
    var highlight: Highlight?
    /// Whether the highlight's sign stands before the value, as part of its number format.
    var hasSign = false

    enum Role: Hashable {
        case title, subtitle, heading, text, note, link, banner
        case columnTitle, body, total
    }

    /// A number format with a sign before what it shows, also of texts; nil for the usual one.
    private func numberCode(_ digits: Digits) -> String? {
        guard role == .body || role == .total || number != .general else { return nil }
        // The shape of digits, as in Excel's own codes: 2 are Arabic ones.
        let shape = digits == .arabic ? "[$-2000401]" : ""
        guard hasSign, let highlight else {
            return number == .general && shape.isEmpty ? nil : shape + number.code
        }
        let sign = shape + "\"\(highlight.sign) \""
        let sections = number.code.split(separator: ";").map { sign + $0 }
        return number == .general
            ? "\(sign)General;\(sign)-General;\(sign)General;\(sign)@" : sections.joined(separator: ";")
    }

    /// Sets up a format of the library like this.
    func apply(to format: UnsafeMutablePointer<lxw_format>, isRightToLeft: Bool, digits: Digits) {
        if let code = numberCode(digits) { format_set_num_format(format, code) }
        if let alignment {
            let isRight = (alignment == .end) != isRightToLeft
            let side = alignment == .center ? LXW_ALIGN_CENTER : isRight ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT
            format_set_align(format, UInt8(side.rawValue))
            // A quantity does not touch the text of the next column.
            if alignment == .end, role == .body || role == .total || role == .columnTitle {
                format_set_indent(format, 1)
            }
        }
        if readsFromRightToLeft { format_set_reading_order(format, 2) }
        let vertical = role == .columnTitle ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP
        format_set_align(format, UInt8(vertical.rawValue))
        if wraps { format_set_text_wrap(format) }
        if isLink {
            format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
            format_set_font_color(format, 0x05_63C1)
        }
        switch highlight {
        case .danger: format_set_bg_color(format, 0xFB_DCDC)
        case .warning: format_set_bg_color(format, 0xFD_F0C8)
        case .success: format_set_bg_color(format, 0xDD_F2DD)
        case .muted: format_set_font_color(format, 0x59_5959)
        case nil: break
        }
        switch role {
        case .title:
            format_set_bold(format)
            format_set_font_size(format, 18)
        case .subtitle:
            format_set_font_size(format, 12)
            format_set_font_color(format, 0x59_5959)
        case .heading:
            format_set_bold(format)
            format_set_font_size(format, 14)
        case .note:
            format_set_italic(format)
            format_set_font_color(format, 0x59_5959)
        case .link:
            format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
            format_set_font_color(format, 0x05_63C1)
        case .columnTitle:
            format_set_bold(format)
            format_set_bg_color(format, 0xDD_E7F0)
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        case .total:
            format_set_bold(format)
            format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
        case .banner:
            format_set_bold(format)
            format_set_bg_color(format, 0xFD_F0C8)
        case .text, .body: break
        }
    }
}
