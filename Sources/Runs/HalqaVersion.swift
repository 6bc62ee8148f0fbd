/// This version of Halqa, as receipts and `halqa --version` have it.
public let halqaVersion = "0.1.0"
