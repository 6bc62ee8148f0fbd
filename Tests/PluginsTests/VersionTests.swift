import Plugins
import Testing

struct VersionTests {
    /// Section 11 of semver.org, each before the next.
    @Test func `versions are in the order of semantic versioning`() throws {
        let ordered = try [
            "0.0.1", "0.9.0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11", "1.0.0-beta.99999999999999999999", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0",
            "1.10.0",
            "2.0.0",
        ].map { try #require(Version($0)) }
        for (place, version) in ordered.enumerated() {
            for later in ordered[(place + 1)...] {
                #expect(version < later)
                #expect(!(later < version))
            }
        }
    }

    @Test(arguments: [
        "1.2.3", "0.0.0", "10.20.30", "1.0.0-alpha", "1.0.0-0.3.7", "1.0.0-x.7.z.92", "1.0.0-x-y-z.--",
        "1.0.0+20130313144700", "1.0.0-beta+exp.sha.5114f85", "1.0.0+21AF26D3----117B344092BD",
        "1.0.0-0A.is.legal",
    ])
    func `a version is written as it was read`(text: String) throws {
        #expect(try #require(Version(text)).description == text)
    }

    @Test(arguments: [
        "", "1", "1.2", "1.2.3.4", "01.2.3", "1.02.3", "1.2.03", "v1.2.3", "1.2.3-", "1.2.3+", "1.2.3-01",
        "1.2.-3",
        "1.2.3-a..b", "1.2.3-é", "1.2.3 ", "a.b.c", "1.2.3+a+b", "٣.٢.١", "1.2.1234567890123456789",
    ])
    func `what is no version is none`(text: String) {
        #expect(Version(text) == nil)
    }

    @Test func `build metadata is shown and makes no difference`() throws {
        let plain = try #require(Version("1.0.0"))
        let built = try #require(Version("1.0.0+5"))
        #expect(plain == built)
        #expect(!(plain < built) && !(built < plain))
        #expect(Set([plain, built]).count == 1)
    }

    @Test(arguments: [
        ("^1.2.3", "1.2.3 1.9.0 1.2.4", "1.2.2 2.0.0 0.9.9 2.0.0-alpha 1.3.0-beta"),
        ("^1.2", "1.2.0 1.99.0", "1.1.9 2.0.0"), ("^1", "1.0.0 1.9.9", "0.9.9 2.0.0"),
        ("^0.2.3", "0.2.3 0.2.9", "0.3.0 0.2.2"), ("^0.0.3", "0.0.3", "0.0.4 0.0.2"),
        ("^0.0", "0.0.0 0.0.9", "0.1.0"), ("^0", "0.0.1 0.9.0", "1.0.0"),
        ("~1.2.3", "1.2.3 1.2.9", "1.3.0 1.2.2"), ("~1.2", "1.2.0 1.2.9", "1.3.0"),
        ("~1", "1.0.0 1.9.0", "2.0.0"),
        (">=1.0 <2", "1.0.0 1.9.9", "0.9.9 2.0.0 1.5.0-rc.1"), (">1", "2.0.0", "1.0.0 1.9.9"),
        (">1.2.3", "1.2.4", "1.2.3"), ("<=1", "1.9.9 0.1.0", "2.0.0"), ("<=1.2.3", "1.2.3", "1.2.4"),
        ("1.2.3", "1.2.3 1.2.3+b", "1.2.4"), ("=1.2.3", "1.2.3", "1.2.2"), ("1.2", "1.2.0 1.2.7", "1.3.0"),
        ("*", "0.0.1 9.9.9", "1.0.0-alpha"),
        ("^1.0.0-beta.2", "1.0.0-beta.2 1.0.0-rc.1 1.0.0 1.4.0", "1.0.0-beta.1 1.1.0-alpha 2.0.0"),
    ])
    func `a range has these versions and not those`(range: String, within: String, outside: String) throws {
        let range = try #require(VersionRange(range))
        for version in within.split(separator: " ") {
            #expect(range.contains(try #require(Version(String(version)))), "\(version)")
        }
        for version in outside.split(separator: " ") {
            #expect(!range.contains(try #require(Version(String(version)))), "\(version)")
        }
    }

    @Test(arguments: ["", "  ", "^", "latest", "1.x", ">=", "^1.0 ||", "1.2.3.4", "==1.0.0", "^v1"])
    func `what is no range is none`(text: String) {
        #expect(VersionRange(text) == nil)
    }
}
