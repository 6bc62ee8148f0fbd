import CXLSXWriter
import Glibc
import Scratch

/// A workbook that is being written. The rows of its sheets wait in temporary files without names.
final class XLSXWorkbook {
    let limits: XLSXLimits
    private let isRightToLeft: Bool
    private let digits: Digits
    private let file: ScratchFile
    /// nil when it was closed, which frees it.
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var worksheets: [UnsafeMutablePointer<lxw_worksheet>] = []
    private var formats: [XLSXStyle: UnsafeMutablePointer<lxw_format>] = [:]
    private var names = SheetNames()
    /// What stands at the top of every printed page, beside the sheet's name.
    var banner: String?

    /// Without a folder for temporary files, that of `TMPDIR`, else `/tmp`.
    init(
        title: String?, isRightToLeft: Bool, digits: Digits = .western, temporaryFolder: String?,
        limits: XLSXLimits
    )
        throws(FormatError)
    {
        self.limits = limits
        self.isRightToLeft = isRightToLeft
        self.digits = digits
        if let problem = xlsxwriter_load() {
            throw FormatError.workbook(reason: "libxlsxwriter cannot be loaded: \(String(cString: problem))")
        }
        file = try FormatError.onDisk(ScratchFile(in: temporaryFolder))
        workbook = file.folder.withCString { folder in
            var options = lxw_workbook_options()
            options.constant_memory = 1
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            return workbook_new_opt(file.path, &options)
        }
        guard workbook != nil else { throw Self.outOfMemory }
        setProperties(title: workbookText(title ?? ""))
    }

    deinit {
        guard let workbook else { return }
        // The library leaves these open when it frees a workbook that was not closed.
        for case let rows? in worksheets.map(\.pointee.optimize_tmpfile) { fclose(rows) }
        lxw_workbook_free(workbook)
    }

    /// The same document gives the same bytes: as the files within, the workbook is from the first day that
    /// their archive can tell, 1980-01-01.
    private func setProperties(title: String) {
        title.withCString { title in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: title)
            properties.created = 315_532_800
            workbook_set_properties(workbook, &properties)
        }
    }

    /// A sheet named for the title, or else for the fallback. One that keeps its rows has them in memory,
    /// where charts find their values.
    func addSheet(_ title: String, otherwise fallback: String, keepsRows: Bool = false)
        throws(FormatError) -> XLSXSheet
    {
        let name = names.add(title, otherwise: fallback)
        guard let workbook else { throw Self.outOfMemory }
        workbook.pointee.options.constant_memory = keepsRows ? 0 : 1
        guard let worksheet = workbook_add_worksheet(workbook, name) else {
            throw writingError(errno)
        }
        worksheets.append(worksheet)
        if isRightToLeft { worksheet_right_to_left(worksheet) }
        worksheet_set_paper(worksheet, 9)  // A4
        worksheet_set_landscape(worksheet)
        worksheet_fit_to_pages(worksheet, 1, 0)
        worksheet_set_header(worksheet, "&C&A")
        worksheet_set_footer(worksheet, "&C&P / &N")
        // Texts are meant to be texts: no green corners on telephone numbers.
        worksheet_ignore_errors(
            worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
        return XLSXSheet(name: name, worksheet: worksheet)
    }

    func format(_ style: XLSXStyle) throws(FormatError) -> UnsafeMutablePointer<lxw_format> {
        if let format = formats[style] { return format }
        guard let workbook, let format = workbook_add_format(workbook) else { throw Self.outOfMemory }
        style.apply(to: format, isRightToLeft: isRightToLeft, digits: digits)
        formats[style] = format
        return format
    }

    func readsFromRightToLeft(_ text: String) -> Bool {
        Formats.readsFromRightToLeft(text, inDocumentFromRightToLeft: isRightToLeft)
    }

    func addChart(_ type: lxw_chart_type) throws(FormatError) -> UnsafeMutablePointer<lxw_chart> {
        guard let workbook, let chart = workbook_add_chart(workbook, UInt8(type.rawValue)) else {
            throw Self.outOfMemory
        }
        return chart
    }

    /// Throws when rows did not reach their file. The library does not look.
    func checkRows(of sheet: XLSXSheet) throws(FormatError) {
        guard let rows = sheet.worksheet.pointee.optimize_tmpfile, ferror(rows) != 0 else { return }
        errno = 0
        fflush(rows)
        throw writingError(errno == 0 ? ENOSPC : errno)
    }

    /// Puts the workbook together and gives its bytes to `output`. Nothing can be done with it afterwards.
    func close(to output: inout Output) throws {
        guard let workbook else { throw Self.outOfMemory }
        if let banner {
            // An ampersand begins an instruction; the words have none. Headers run from left to right: the mark keeps the full
            // stop of words that do not on their side.
            let mark = isRightToLeft ? "\u{200F}" : ""
            for worksheet in worksheets {
                worksheet_set_header(worksheet, "&L&A&R&\"-,Bold\"\(banner)\(mark)")
            }
        }
        var largest = 0
        for worksheet in worksheets {
            guard let rows = worksheet.pointee.optimize_tmpfile else { continue }
            lxw_worksheet_write_single_row(worksheet)
            errno = 0
            guard fflush(rows) == 0, ferror(rows) == 0 else {
                throw writingError(errno == 0 ? ENOSPC : errno)
            }
            largest = max(largest, ftell(rows))
        }
        // Each sheet is copied to a file of its own on its way into the archive, and the library does not
        // look whether all of it arrived. What fails in writing the archive it tells.
        try FormatError.onDisk(file.reserve(largest + Self.reserve))
        workbook.pointee.options.use_zip64 = largest + Self.reserve > Int(UInt32.max) ? 1 : 0
        self.workbook = nil
        errno = 0
        let status = workbook_close(workbook)
        guard status == LXW_NO_ERROR else {
            if errno != 0 { throw writingError(errno) }
            throw FormatError.workbook(reason: String(cString: lxw_strerror(status)))
        }
        try file.eachPiece { try output.write($0) }
    }

    private func writingError(_ code: Int32) -> FormatError {
        .temporaryFiles(ScratchError(writingIn: file.folder, code))
    }

    /// Bytes that suffice for all that a workbook has besides rows.
    private static let reserve = 16 << 20
    private static let outOfMemory = FormatError.workbook(reason: "there is not enough memory")
}
