extension Schema {
    /// The entities of every community, before plugins add fields.
    public static let standard = Schema([
        .organization, .member, .objective, .session, .agendaItem, .attendance, .practice, .actionItem,
        .progressReport,
    ])
}

/// A title in the three languages in which Halqa speaks.
func titled(_ english: String, _ french: String, _ arabic: String) -> LocalizedText {
    ["en": english, "fr": french, "ar": arabic]
}
