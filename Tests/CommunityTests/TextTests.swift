import Community
import Spelling
import Testing

struct LocalizedTextTests {
    private let text: LocalizedText = ["en": "Talk", "ar": "حوار", "fr": ""]

    @Test(arguments: [
        ("ar", "en", "حوار"), ("en", "ar", "Talk"), ("fr", "en", "Talk"), ("fr", "ar", "حوار"),
        ("de", "es", "حوار"),
    ])
    func `a reader gets their language, else the community's, else the first`(
        language: String, fallback: String, expected: String
    ) {
        #expect(text.text(in: language, fallback: fallback) == expected)
    }

    @Test func `empty texts are none`() {
        #expect(text.texts.count == 2)
        #expect(LocalizedText(["en": ""]).isEmpty)
        #expect(LocalizedText([:]).text(in: "en", fallback: "fr") == "")
        #expect(text.sorted.map(\.language) == ["ar", "en"])
    }
}

struct SearchFoldTests {
    @Test(arguments: [
        ("الحُرِّيَّة", "الحريه"), ("الحرية", "الحريه"), ("أطفال", "اطفال"), ("إدارة", "اداره"), ("آمن", "امن"),
        ("ٱلله", "الله"), ("مســـؤول", "مسوول"), ("بيئة", "بييه"), ("مستشفى", "مستشفي"), ("قُرْآن", "قران"),
        ("ا\u{654}طفال", "اطفال"), ("هٰذا", "هذا"), ("Été", "Été"), ("abc", "abc"), ("", ""),
    ])
    func `Arabic is folded`(text: String, folded: String) {
        #expect(SearchFold.fold(text) == folded)
    }

    @Test(arguments: [
        ("Été", "ete"), ("E\u{301}te\u{301}", "ete"), ("FRANÇAIS", "francais"), ("Mıgration", "mıgration"),
        ("ʿAmmān", "amman"), ("Ελλάδα", "ελλαδα"), ("l’Été", "l'ete"), ("a^b`c", "a^b`c"), ("é^b`c", "e^b`c"),
        ("الحُرِّيَّة", "الحريه"),
    ])
    func `accents and case go for comparison`(text: String, folded: String) {
        #expect(SearchFold.foldForComparison(text) == folded)
    }

    @Test(arguments: [
        ("Border Guards: Training", "border-guards-training"), ("  Été 2024!  ", "ete-2024"), ("", ""),
        ("---", ""), ("GCM Talk / N° 3", "gcm-talk-n-3"), ("بناء القدرات", "بناء-القدرات"),
        ("a_b.c", "a-b-c"), ("L’État", "l-etat"),
    ])
    func `a slug can be typed`(text: String, expected: String) {
        #expect(slug(text) == expected)
        #expect(expected.isEmpty || FieldType.isIdentifier(expected))
    }
}

struct SuggestionTests {
    private static let names = ["title", "status", "due", "owners", "assignee", "starts", "progress"]

    @Test(arguments: [
        ("titel", "title"), ("tittle", "title"), ("ttle", "title"), ("tilte", "title"), ("Title", "title"),
        ("TITEL", "title"), ("deu", "due"), ("owner", "owners"), ("asignee", "assignee"),
        ("progres", "progress"), ("stattus", "status"),
    ])
    func `the nearest name is suggested`(unknown: String, name: String) {
        #expect(Suggestion(for: unknown, among: Self.names)?.name == name)
    }

    @Test(arguments: ["", "x", "colour", "responsible", "due_date", "المهلة"])
    func `nothing is suggested when nothing is near`(unknown: String) {
        #expect(Suggestion(for: unknown, among: Self.names) == nil)
        #expect(Suggestion.phrase(for: unknown, among: Self.names) == "")
    }

    @Test func `of equally near names the first in the alphabet is suggested, in whatever order they come`() {
        #expect(Suggestion(for: "bat", among: ["rat", "cat", "hat"])?.name == "cat")
        #expect(Suggestion(for: "bat", among: ["cat", "hat", "rat"])?.name == "cat")
        #expect(Suggestion.phrase(for: "titel", among: Self.names) == "; did you mean 'title'?")
        #expect(Suggestion(for: "a", among: []) == nil)
    }
}
