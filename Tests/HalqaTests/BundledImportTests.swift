import Testing

/// The imports that come with Halqa, with what people's files have in them.
struct BundledImportTests {
    private static func demo(_ plugin: String, _ name: String, _ text: String) throws -> DemoFolder {
        let demo = try DemoFolder()
        try #require(demo.halqa("plugin", "install", plugin, "--yes").exitCode == 0)
        try demo.folder.file(name, text)
        return demo
    }

    @Test(arguments: [
        ("en", "2 rows passed over (3, 4): without an activity"),
        ("fr", "2 lignes laissées de côté (3, 4)\u{A0}: sans activité"),
        ("ar", "تم تجاوز صفين (3، 4): بلا نشاط"),
    ])
    func `rows that are passed over are counted, with the reason`(language: String, remark: String) throws {
        let demo = try Self.demo(
            "workplan", "plan.csv",
            "Activity,Responsible Agencies,Q1\nTraining,Jordan,x\n,,a remark\n,Egypt,\n")
        let command = [
            "--language", language, "import", "workplan/quarterly", "plan.csv", "year=2025",
        ]
        let planned = try demo.halqa(command + ["--dry-run"])
        #expect(planned.exitCode == 0 && planned.errors.contains("plan.csv: \(remark)\n"), "\(planned.text)")
        #expect(
            planned.output.hasSuffix(
                "3 rows · 1 created · 0 updated · 0 deleted · 0 unchanged · 0 rejected · 2 passed over\n"))
        let made = try demo.halqa(command + ["--yes"])
        #expect(made.errors.contains(remark) && made.errors.contains("1 record written, 2 rows passed over;"))
        let again = try demo.halqa(command + ["--yes"])
        #expect(
            again.errors.contains("Nothing has to be changed; 2 rows are passed over.\n"), "\(again.text)")
    }

    @Test func `the year of a workplan is said where it was not given`() throws {
        let demo = try Self.demo(
            "workplan", "plan.csv", "Activity,Q1,Q2\nTraining,x,\nMapping,,x\n")
        let command = ["--now", "2025-03-01", "import", "workplan/quarterly", "plan.csv", "--dry-run"]
        let planned = try demo.halqa(command)
        #expect(
            planned.errors
                == "The quarters are taken for those of 2025, this year; year=2024 behind the file says another.\n"
                + "Nothing was written.\n")
        #expect(planned.output.contains("  + due: 2025-03-31\n"), "\(planned.output)")
        #expect(try demo.halqa(command + ["year=2024"]).errors == "Nothing was written.\n")
        let made = try demo.halqa(command.dropLast() + ["--yes"])
        #expect(made.errors.hasPrefix("The quarters are taken for those of 2025"), "\(made.errors)")
    }

    @Test func `no role above a focal point's, Hijri year or reversed term comes from a contact list`() throws
    {
        let demo = try Self.demo(
            "participation", "list.csv",
            "Name,Organization,Role,Term starts,Term ends\nAmal,Jordan,Admin,,\nOmar,Jordan,,1445-09-12,\n"
                + "Huda,Jordan,,2025-02-01,2025-01-01\n")
        let planned = try demo.halqa("import", "participation/focal_points", "list.csv", "--dry-run")
        #expect(planned.exitCode == 65)
        #expect(
            planned.output.contains(
                "a contact list neither gives nor takes the role 'admin'; leave the cell empty, and use: halqa edit member "
                    + "fp-amal role=admin\n"), "\(planned.output)")
        #expect(
            planned.output.contains(
                "! row 3, column 'Term starts' (D3): '1445-09-12' has a year of the Hijri calendar"))
        #expect(
            planned.output.contains(
                "! row 4: member 'fp-huda': 'term_end' is 2025-01-01, before 'term_start', which is 2025-02-01\n"
            ))
    }

    @Test func `states are known by the names that people use`() throws {
        let names = [
            "Syria": "syr", "سوريا": "syr", "سورية": "syr", "Syrie": "syr", "UAE": "are", "U.A.E.": "are",
            "الإمارات": "are", "Émirats": "are", "KSA": "sau", "السعودية": "sau", "Palestine": "pse",
            "فلسطين": "pse", "Irak": "irq", "Kingdom of Morocco": "mar", "JOR": "jor",
            "République arabe syrienne": "syr",
        ]
        let demo = try Self.demo(
            "participation", "list.csv",
            "Name,State\n" + names.keys.sorted().map { "Focal point,\($0)\n" }.joined())
        try demo.folder.file(
            "names.lua",
            """
            return transform {
              input = { format = "csv", columns = { Name = "text", State = "organization" } },
              row = function(_, row) return skip(row.State.id .. " " .. row.State.name) end,
            }
            """)
        let planned = try demo.halqa("import", "names.lua", "list.csv", "--dry-run")
        #expect(planned.exitCode == 0, "\(planned.text)")
        for (row, name) in names.keys.sorted().enumerated() {
            let id = try #require(names[name])
            let line = planned.errors.split(separator: "\n").first {
                $0.contains("\(row + 2)") && $0.contains(": \(id) ")
            }
            #expect(line != nil, "\(name): \(planned.errors)")
        }
        // What is displayed is the name that the community has.
        #expect(planned.errors.contains(": syr Syrian Arab Republic\n"), "\(planned.errors)")
        let hub = try Self.demo(
            "good_practices", "hub.csv", "Title,Countries\nA,KSA; الأردن; FRA\nB,Atlantis\n")
        let practices = try hub.halqa("import", "good_practices/hub", "hub.csv", "--dry-run")
        #expect(practices.output.contains("  + countries: SAU, JOR, FRA\n"), "\(practices.output)")
        #expect(practices.output.contains("'Atlantis' is neither a state here nor the code"))
    }

    @Test func `Arabic text is kept as Arabic, whatever the language of the run`() throws {
        let demo = try Self.demo(
            "workplan", "plan.csv", "Activity,Progress/Remarks,Q1\nتدريب,بدأ,x\nTraining (عمّان),,x\n")
        let command = ["import", "workplan/quarterly", "plan.csv", "year=2025"]
        let planned = try demo.halqa(command + ["--dry-run"])
        #expect(planned.output.contains("  + title.ar: تدريب\n"), "\(planned.text)")
        #expect(planned.output.contains("  + remarks.ar: بدأ\n"))
        #expect(planned.output.contains("  + title.en: Training (عمّان)\n"))
        #expect(try demo.halqa(command + ["--yes"]).exitCode == 0)
        let again = try demo.halqa(command + ["--yes"])
        #expect(again.errors == "Nothing has to be changed.\n", "\(again.text)")
        let added = try demo.halqa("add", "practice", "title=ممارسة", "summary.en=Text", "--dry-run")
        #expect(added.output.contains("title.ar: ممارسة"), "\(added.text)")
    }

    @Test func `all that is wrong with a row is told at once, and the row is counted once`() throws {
        let demo = try Self.demo(
            "participation", "list.csv",
            "Name,Organization,Role,Term ends\nAmal,Jordn,chief,soon\nOmar,Jordan,,\n")
        let planned = try demo.halqa("import", "participation/focal_points", "list.csv", "--dry-run")
        #expect(planned.exitCode == 65)
        let faults = planned.output.split(separator: "\n").filter { $0.hasPrefix("! row 2, column ") }
        #expect(faults.count == 3, "\(planned.output)")
        #expect(
            planned.output.hasSuffix(
                "2 rows · 1 created · 0 updated · 0 deleted · 0 unchanged · 1 rejected\n"))
        #expect(planned.errors.contains("nothing was written: 1 row is rejected; correct it"))
    }
}
