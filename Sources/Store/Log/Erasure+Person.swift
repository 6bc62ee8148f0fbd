import Community

extension Erasure {
    /// What must not be found any more, and what stands in its place.
    public struct Person: Sendable, Hashable {
        /// The former identifier, and what it is now.
        public let id: String
        public let newID: String
        /// Names, addresses and numbers that the person has or had, the longest first; those with quotes in them
        /// also as JSON and scripts write them.
        public let texts: [String]
        /// What stands in a name's place.
        public let word: String
        /// The longest first: a name may be a part of an address.
        private let secrets: [Secret]

        /// A text to look for.
        private struct Secret: Hashable {
            let scalars: [Unicode.Scalar]
            let replacement: String
            /// What could be an identifier may also be a part of somebody else's: it has to stand alone.
            let isWhole: Bool

            init(_ text: String, _ replacement: String) {
                scalars = Array(text.unicodeScalars)
                self.replacement = replacement
                isWhole = FieldType.isIdentifier(text)
            }

            func stands(in text: [Unicode.Scalar], at place: Int) -> Bool {
                guard text[place...].starts(with: scalars) else { return false }
                return !isWhole
                    || !goesOn(text[..<place].reversed()) && !goesOn(text[(place + scalars.count)...])
            }

            /// Whether what is beside is a part of the same identifier. A point is one between others, and
            /// otherwise ends a sentence.
            private func goesOn(_ beside: some Sequence<Unicode.Scalar>) -> Bool {
                var beside = beside.makeIterator()
                switch beside.next() {
                case "-", "_": return true
                case ".": return beside.next()?.isLetterOrNumber ?? false
                case let next: return next?.isLetterOrNumber ?? false
                }
            }
        }

        init(id: String, newID: String, texts: Set<String>, word: String) {
            let escaped = texts.map { text in
                var json = JSONText()
                json.string(text)
                return String(json.text.dropFirst().dropLast())
            }
            self.id = id
            self.newID = newID
            self.word = word
            self.texts = texts.union(escaped).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
            // Before a name that is the same, as what refers to the person is to go on doing so.
            let first = id == newID ? [] : [Secret(id, newID)]
            secrets = (first + self.texts.map { Secret($0, word) }).enumerated()
                .sorted { ($1.element.scalars.count, $0.offset) < ($0.element.scalars.count, $1.offset) }
                .map(\.element)
        }

        /// A text without what must not be found any more.
        public func erased(from text: String) -> String {
            let scalars = Array(text.unicodeScalars)
            var erased = String.UnicodeScalarView()
            var place = 0
            while place < scalars.count {
                if let secret = secrets.first(where: { $0.stands(in: scalars, at: place) }) {
                    erased.append(contentsOf: secret.replacement.unicodeScalars)
                    place += secret.scalars.count
                } else {
                    erased.append(scalars[place])
                    place += 1
                }
            }
            return String(erased)
        }

        public func erased(from value: FieldValue) -> FieldValue {
            switch value {
            case .text(let text): .text(erased(from: text))
            case .localized(let text): .localized(LocalizedText(text.texts.mapValues { erased(from: $0) }))
            case .reference(id): .reference(newID)
            case .list(let items): .list(items.map { erased(from: $0) })
            default: value
            }
        }
    }
}
