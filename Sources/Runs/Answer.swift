import Community
import Foundation
import Plugins
import Scripting

/// What a worker answers to a job that makes no document. None of it is believed: sizes are bounded, so that
/// what is shown of it stays readable.
package enum Answer: Equatable {
    case description(ContributionDescription)
    case plan(TestPlan)
    case outcome(TestOutcome)
    case file(UnpackedFile)
    case imported(ImportAnswer)
    case laid(Laid)
    case checked(RuleOutcome)

    private static let mostItems = 1000
    /// UTF-8 bytes of a name, and of a longer text.
    private static let longestName = 1 << 10
    private static let longestText = 1 << 16
    /// As many characters as the worker leaves, of as many bytes as one may have and remain readable.
    private static let longestVerdict = 1 << 14

    func check() throws(ProtocolError) {
        switch self {
        case .description(let description): try Self.check(description)
        case .file(let file): try Self.check(file)
        case .imported(let answer): try Self.check(answer)
        case .laid(let laid):
            guard laid.count >= 0 else { throw ProtocolError("a count below zero") }
        case .checked(let outcome): try Self.check(outcome)
        case .plan(let plan):
            try Self.check(count: plan.names.count)
            for name in plan.names { try Self.check(name: name) }
            guard zip(plan.names, plan.names.dropFirst()).allSatisfy({ $0 < $1 }) else {
                throw ProtocolError("tests that are not in order")
            }
        case .outcome(let outcome):
            try Self.check(name: outcome.name)
            guard outcome.milliseconds >= 0 else { throw ProtocolError("a time below zero") }
            if let failure = outcome.failure {
                try Self.check(text: failure.message)
                for line in failure.difference { try Self.check(text: line) }
                try Self.check(count: failure.difference.count)
            }
        }
    }

    private static func check(_ answer: ImportAnswer) throws(ProtocolError) {
        switch answer {
        case .rejected(let row):
            try check(text: row.reason)
            try check(text: row.place)
            try check(text: row.column ?? "")
            guard row.row >= 0 else { throw ProtocolError("a row of a number below zero") }
        case .remark(let text): try check(text: text)
        case .progress(let progress):
            guard 0...max(0, progress.rows) ~= progress.skipped, progress.rows >= 0,
                progress.bytesTotal >= 0, 0...progress.bytesTotal ~= progress.bytesRead
            else {
                throw ProtocolError("a progress that is none")
            }
        }
    }

    private static func check(_ outcome: RuleOutcome) throws(ProtocolError) {
        try check(name: outcome.rule)
        let findings = outcome.findings
        guard findings.warnings.count <= RuleFindings.most, findings.rejections.count <= RuleFindings.most,
            findings.furtherWarnings >= 0, findings.furtherRejections >= 0
        else { throw ProtocolError("more answers than a rule has") }
        for finding in findings.warnings + findings.rejections {
            try check(name: finding.entity)
            try check(name: finding.id)
            guard finding.text.utf8.count <= longestVerdict else {
                throw ProtocolError("a verdict too long")
            }
        }
        if let failure = outcome.failure { try check(text: failure.description) }
    }

    private static func check(_ file: UnpackedFile) throws(ProtocolError) {
        try check(name: file.path)
        guard file.bytes.count <= PackageLimits.file else { throw ProtocolError("a file too long") }
    }

    private static func check(_ description: ContributionDescription) throws(ProtocolError) {
        try check(description.title)
        try check(description.description)
        try check(count: description.parameters.count)
        for parameter in description.parameters {
            for name in [parameter.name, parameter.type, parameter.defaultText ?? ""] {
                try check(name: name)
            }
            try check(parameter.title)
            try check(parameter.description)
            try check(count: parameter.choices.count)
            for choice in parameter.choices { try check(name: choice) }
        }
        var names = description.events + (description.input?.formats ?? [])
        names += [description.output, description.schedule?.weekday, description.schedule?.at].compactMap {
            $0
        }
        for column in description.input?.columns ?? [] {
            names += [column.name, column.type, column.separators ?? ""] + (column.synonyms ?? [])
        }
        try check(count: names.count)
        for name in names { try check(name: name) }
        guard (1...31).contains(description.schedule?.day ?? 1) else {
            throw ProtocolError("a day of the month that there is not")
        }
    }

    private static func check(_ texts: LocalizedText?) throws(ProtocolError) {
        for (language, text) in texts?.texts ?? [:] {
            try check(name: language)
            try check(text: text)
        }
        try check(count: texts?.texts.count ?? 0)
    }

    private static func check(count: Int) throws(ProtocolError) {
        guard count <= mostItems else { throw ProtocolError("an answer of \(count) items") }
    }

    private static func check(name: String) throws(ProtocolError) {
        guard name.utf8.count <= longestName else { throw ProtocolError("a name too long") }
    }

    private static func check(text: String) throws(ProtocolError) {
        guard text.utf8.count <= longestText else { throw ProtocolError("a text too long") }
    }
}

/// One file of an archive.
package struct UnpackedFile: Codable, Equatable {
    let path: String
    let bytes: Data
}
