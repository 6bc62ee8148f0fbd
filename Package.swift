// swift-tools-version:6.2

import PackageDescription

let swift: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let c: [CSetting] = [.treatAllWarnings(as: .error)]

// The command's libraries are linked in, because loading them takes longer than a short run: .ci/linked is looked in
// first, and leads to their archives.
let fastStart: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-use-ld=lld", "-L\(Context.packageDirectory)/.ci/linked",
            "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
        ], .when(configuration: .release))
]

// What only `make fuzz` builds, with `--sanitize=fuzzer`, as libFuzzer has its `main`.
let fuzz: [Target] =
    Context.environment["HALQA_FUZZ"] == nil
    ? []
    : [
        .executableTarget(
            name: "Fuzz", dependencies: ["Fuzzing"], path: "Tests/Fuzz",
            swiftSettings: swift + [.unsafeFlags(["-parse-as-library"])])
    ]

let package = Package(
    name: "Halqa",
    products: [
        .executable(name: "halqa", targets: ["halqa"]),
        .library(name: "LuaKit", targets: ["LuaKit"]),
        .library(name: "FaultyDisk", type: .dynamic, targets: ["FaultyDisk"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // Which name was meant: for every message about an unknown one.
        .target(name: "Spelling", swiftSettings: swift),

        // Lua under Swift: usable by any program, without a word of communities.
        .systemLibrary(name: "SystemLua", providers: [.apt(["liblua5.4-dev"])]),
        .target(name: "CBatch", cSettings: c),
        .target(
            name: "CLua", dependencies: ["SystemLua", "CBatch"], cSettings: c,
            linkerSettings: [.linkedLibrary("lua5.4")]),
        .target(name: "LuaKit", dependencies: ["CLua", "Spelling"], swiftSettings: swift),

        // The community and what is said about it: pure values.
        .target(name: "Community", dependencies: ["Spelling"], swiftSettings: swift),
        .target(name: "Documents", dependencies: ["Community", "Spelling"], swiftSettings: swift),

        // Other programs as children of this one.
        .systemLibrary(name: "SystemLinux"),
        .target(name: "Processes", dependencies: ["SystemLinux"], swiftSettings: swift),
        // Temporary files and folders.
        .target(name: "Scratch", dependencies: ["SystemLinux"], swiftSettings: swift),

        .systemLibrary(name: "SystemSodium", providers: [.apt(["libsodium-dev"])]),
        .target(name: "Digests", dependencies: ["SystemSodium"], swiftSettings: swift),
        .systemLibrary(name: "SystemArchive", providers: [.apt(["libarchive-dev"])]),

        // What a plugin is, from its folder or archive.
        .target(
            name: "Plugins",
            dependencies: [
                "Community", "Spelling", "Digests", "SystemArchive",
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            swiftSettings: swift),

        // Where values are kept and how they are written down.
        .target(
            name: "CRows", dependencies: ["CBatch"], cSettings: c,
            linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(
            name: "Store",
            dependencies: [
                "Plugins", "Community", "Spelling", "Digests", "CBatch", "CRows", "SystemLinux",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: swift),
        .systemLibrary(name: "SystemCmark", providers: [.apt(["libcmark-dev"])]),
        // Loaded when it is needed, so nothing is linked.
        .target(name: "CXLSXWriter", cSettings: c),
        .systemLibrary(name: "SystemExpat", providers: [.apt(["libexpat1-dev"])]),
        .target(
            name: "Formats",
            dependencies: [
                "Documents", "Community", "Spelling", "Processes", "Scratch", "SystemCmark",
                "CXLSXWriter", "SystemArchive", "SystemExpat",
            ],
            swiftSettings: swift),

        // The records of a query as rows of a document.
        .target(
            name: "RecordTables", dependencies: ["Store", "Documents", "Community", "CBatch"],
            swiftSettings: swift),

        // From a script to a receipt.
        .target(
            name: "Scripting",
            dependencies: [
                "LuaKit", "RecordTables", "Formats", "Documents", "Store", "Plugins", "Community", "Spelling",
                "CBatch",
            ], swiftSettings: swift),
        .target(name: "Manual", dependencies: ["Scripting", "LuaKit", "Community"], swiftSettings: swift),
        .systemLibrary(name: "SystemSeccomp", providers: [.apt(["libseccomp-dev"])]),
        .target(name: "Confinement", dependencies: ["SystemLinux", "SystemSeccomp"], swiftSettings: swift),
        .target(
            name: "Runs",
            dependencies: [
                "Scripting", "Formats", "Store", "Plugins", "Documents", "Community", "Confinement",
                "Digests", "Processes", "Scratch", "SystemLinux",
            ],
            swiftSettings: swift),

        // What people do.
        .target(
            name: "Host",
            dependencies: [
                "Runs", "RecordTables", "Confinement", "Manual", "Scripting", "Formats", "Store", "Plugins",
                "Documents", "Community", "LuaKit", "Scratch", "Spelling",
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            resources: [.embedInCode("Demo"), .embedInCode("Plugins/Authoring/Templates")],
            swiftSettings: swift),
        .executableTarget(
            name: "halqa",
            dependencies: [
                "Host", "Runs", "Manual", "Scripting", "Formats", "Store", "Plugins", "Documents",
                "Community", "Processes", "Scratch", "Spelling",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swift, linkerSettings: fastStart),

        // A program that the tests of Confinement start, which tries what it may not do.
        .executableTarget(
            name: "ConfinementProbe", dependencies: ["Confinement", "SystemLinux"],
            path: "Tests/ConfinementProbe", swiftSettings: swift),
        .testTarget(
            name: "ConfinementProbeTests", dependencies: ["Confinement", "ConfinementProbe", "SystemLinux"],
            swiftSettings: swift),
        // A program that makes the community of `make bench`.
        .executableTarget(
            name: "Benchmarks", dependencies: ["Store", "Community"],
            path: "Tests/Benchmarks/Community", swiftSettings: swift),
        .testTarget(name: "LuaKitTests", dependencies: ["LuaKit", "Spelling"], swiftSettings: swift),
        .testTarget(
            name: "CommunityTests", dependencies: ["Community", "Spelling"], swiftSettings: swift),
        .testTarget(
            name: "PluginsTests",
            dependencies: [
                "Plugins", "Community", "SystemArchive", .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            swiftSettings: swift),
        .testTarget(
            name: "StoreTests", dependencies: ["Store", "Plugins", "Digests", "Community"],
            swiftSettings: swift),
        .testTarget(name: "ProcessesTests", dependencies: ["Processes"], swiftSettings: swift),
        .testTarget(name: "ScratchTests", dependencies: ["Scratch"], swiftSettings: swift),
        .testTarget(
            name: "FormatsTests",
            dependencies: ["Formats", "Documents", "Community", "Processes", "SystemArchive"],
            resources: [.copy("Fixtures")], swiftSettings: swift),
        .testTarget(
            name: "ScriptingTests",
            dependencies: ["Scripting", "LuaKit", "Documents", "Store", "Plugins", "Community"],
            resources: [.copy("Lua")], swiftSettings: swift),
        .testTarget(
            name: "ManualTests", dependencies: ["Manual", "Scripting", "LuaKit", "Community"],
            swiftSettings: swift),
        .testTarget(
            name: "RunsTests",
            dependencies: [
                "Runs", "Scripting", "Digests", "Store", "Documents", "Community", "Processes", "SystemLinux",
            ],
            resources: [.copy("fake-worker")], swiftSettings: swift),
        .testTarget(name: "HostTests", dependencies: ["Host"], swiftSettings: swift),
        .testTarget(
            name: "HalqaTests",
            dependencies: [
                "halqa", "Runs", "Confinement", "Store", "Plugins", "Documents", "Community",
            ],
            resources: [.copy("Hostile")], swiftSettings: swift),

        // What tests load into the command so that its disk fails.
        .target(name: "FaultyDisk", path: "Tests/FaultyDisk", cSettings: c),

        // What fuzzers call with what they make up, and the tests with what fuzzers found.
        .target(
            name: "Fuzzing",
            dependencies: [
                "Runs", "Scripting", "LuaKit", "Formats", "Store", "Plugins", "Documents", "Community",
                "SystemLinux", "SystemArchive", .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            path: "Tests/Fuzzing", swiftSettings: swift),
        .testTarget(
            name: "FuzzingTests", dependencies: ["Fuzzing"], resources: [.copy("Corpus")],
            swiftSettings: swift),
    ] + fuzz
)
