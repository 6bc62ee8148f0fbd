import Community
import Documents
import Spelling

/// A workbook: which parts it has and which of them are sheets.
struct Workbook {
    let sheets: [Sheet]
    let epoch: DateEpoch
    /// What is in the file and is left alone.
    let remarks: [String]
    private let archive: ZipArchive
    private let textsPath: String?
    private let stylesPath: String?
    private let limits: ReadingLimits

    struct Sheet {
        var name: String
        var path: String
        var isHidden: Bool
    }

    /// A sheet that is to be read, after a first look at it.
    struct Chosen {
        var name: String
        var path: String
        var survey: SheetSurvey
        /// Bytes of its part.
        var unpacked: Int
        var remarks: [String] = []
    }

    init(_ file: SourceFile, _ limits: ReadingLimits) throws(ReadingError) {
        self.limits = limits
        archive = try ZipArchive(file, limits)
        guard let path = try Relations(archive, of: nil).first("officeDocument"), path.hasPrefix("xl/"),
            !path.hasSuffix(".bin"), let part = try archive.part(path)
        else { throw try ForeignFile.refusal(ofArchive: archive) }
        let workbook = WorkbookPart()
        try XMLPart.read(part, name: path, workbook)
        let relations = try Relations(archive, of: path)
        // Sheets of charts and macros are none with rows.
        sheets = workbook.sheets.compactMap { sheet in
            guard let relation = relations.relations[sheet.relation], relation.type == "worksheet" else {
                return nil
            }
            return Sheet(name: sheet.name, path: relation.target, isHidden: sheet.isHidden)
        }
        guard !sheets.isEmpty else {
            throw ReadingError(.empty, "the workbook has no sheet with cells")
        }
        epoch = workbook.counts1904 ? .year1904 : .year1900
        textsPath = relations.first("sharedStrings")
        stylesPath = relations.first("styles")
        var remarks: [String] = []
        if archive.parts.contains(where: { $0.hasSuffix("vbaproject.bin") || $0.hasPrefix("xl/macrosheets/") }
        ) {
            remarks.append("the workbook has macros, which are not run")
        }
        if archive.parts.contains(where: { $0.hasPrefix("xl/externallinks/") }) {
            remarks.append(
                "the workbook has links to other workbooks, which are not followed; the values saved in it are "
                    + "taken")
        }
        self.remarks = remarks
    }

    func texts() throws(ReadingError) -> SharedTexts {
        let texts = SharedTexts(limits)
        if let textsPath, let part = try archive.part(textsPath) {
            try XMLPart.read(part, name: textsPath, texts)
        }
        return texts
    }

    func styles() throws(ReadingError) -> CellStyles {
        let styles = CellStyles()
        if let stylesPath, let part = try archive.part(stylesPath) {
            try XMLPart.read(part, name: stylesPath, styles)
        }
        return styles
    }

    /// A part of the workbook, at its start.
    func part(_ path: String, _ handler: any XMLHandler) throws(ReadingError) -> XMLPart {
        guard let part = try archive.part(path) else {
            throw ReadingError(.damaged, "the workbook's part \(path) is missing; get or save the file again")
        }
        return try XMLPart(part, name: path, handler)
    }

    /// The sheet of that name or number, else the first visible one with rows.
    func sheet(_ named: String?) throws(ReadingError) -> Chosen {
        if let named { return try look(at: try find(named)) }
        for sheet in sheets where !sheet.isHidden {
            var chosen = try look(at: sheet)
            guard chosen.survey.hasValues else { continue }
            let others = sheets.filter { $0.name != sheet.name }
            if !others.isEmpty {
                let names = others.map { "'\($0.name)'" + ($0.isHidden ? " (hidden)" : "") }
                chosen.remarks = [
                    "the sheet '\(sheet.name)' is read; there \(others.count == 1 ? "is" : "are") also "
                        + names.prefix(10).joined(separator: ", ") + (names.count > 10 ? " and others" : "")
                ]
            }
            return chosen
        }
        let hidden = sheets.filter(\.isHidden).map { "'\($0.name)'" }
        throw ReadingError(
            .empty,
            hidden.isEmpty
                ? "no sheet of the workbook has anything in it"
                : "no visible sheet of the workbook has anything in it; hidden: \(hidden.joined(separator: ", "))"
        )
    }

    private func look(at sheet: Sheet) throws(ReadingError) -> Chosen {
        let survey = SheetSurvey(limits)
        let part = try part(sheet.path, survey)
        while try part.advance() {}
        return Chosen(name: sheet.name, path: sheet.path, survey: survey, unpacked: part.unpacked)
    }

    private func find(_ named: String) throws(ReadingError) -> Sheet {
        if let sheet = sheets.first(where: { $0.name == named }) { return sheet }
        let folded = SearchFold.foldForComparison(named)
        let alike = sheets.filter { SearchFold.foldForComparison($0.name) == folded }
        if alike.count == 1 { return alike[0] }
        if let number = Int(named), sheets.indices.contains(number - 1) { return sheets[number - 1] }
        let names = sheets.map(\.name)
        let suggestion = Suggestion.phrase(for: named, among: names)
        throw ReadingError(
            .missing,
            "the workbook has no sheet '\(named)'"
                + (suggestion.isEmpty
                    ? "; it has " + names.prefix(20).map { "'\($0)'" }.joined(separator: ", ") : suggestion))
    }
}
