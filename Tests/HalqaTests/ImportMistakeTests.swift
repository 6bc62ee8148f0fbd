import Foundation
import Testing

/// What people are told of files and scripts that cannot be imported.
struct ImportMistakeTests {
    @Test func `rejected rows do not take the place of the file`() throws {
        let demo = try DemoFolder()
        try demo.folder.file("rows.csv", "Id\nx\n")
        try FileManager.default.createSymbolicLink(
            atPath: demo.path + "/link.csv", withDestinationPath: "rows.csv")
        let call = try demo.halqa("import", "workplan/quarterly", "rows.csv", "--rejected", "link.csv")
        #expect(call.exitCode == 64)
        #expect(call.errors.contains("--rejected would replace the file that is imported"), "\(call.errors)")
        #expect(try demo.folder.text("rows.csv") == "Id\nx\n")
    }

    @Test(arguments: [
        ("", 65, "the file is empty"),
        ("\n\n", 65, "there are no rows"),
        ("Activity,Responsible Agencies\n", 0, "Nothing has to be changed"),
        ("Activty,Responsible Agencies\nA,jor\n", 65, "did you mean 'Activty'?"),
        ("Activity,Activity,Responsible Agencies\nA,B,jor\n", 65, "'Activity' can be"),
        ("Activity,Responsible Agencies\nA,jor,x,y\n", 65, "! row 2: "),
        ("Activity,Responsible Agencies\n\"A,jor\n", 65, "is never closed"),
        ("Activity,Responsible Agencies\nA\0B,jor\n", 65, "NUL byte"),
        ("Activity,Responsible Agencies,Quarter\nA,jor,2024-Q9\n", 65, "is not a quarter"),
        ("Activity,Responsible Agencies,الصفة\nA,nobody,x\n", 65, "column C 'الصفة' is not used"),
    ])
    func `bad input is told in a sentence`(text: String, code: Int32, message: String) throws {
        let demo = try ImportTests.demo("")
        try demo.folder.file("plan.csv", text)
        let result = try demo.halqa("import", "workplan.lua", "plan.csv", "--yes")
        #expect(result.exitCode == code, "\(result.text)")
        #expect(result.text.contains(message), "\(result.text)")
        #expect(try demo.store.snapshot().commit == 1)
    }

    @Test(arguments: [
        (["import", "workplan.lua", "nothing.csv"], 66, "'nothing.csv' cannot be read"),
        (["import", "nothing.lua", "plan.csv"], 66, "there is no file 'nothing.lua'"),
        (
            ["import", "report.lua", "plan.csv"], 64,
            "report.lua is a report, which `halqa run` runs; `halqa import` takes imports"
        ),
        (["import", "workplan.lua", "."], 65, "'.' is a folder"),
        (["import", "workplan.lua", "plan.csv", "year=2024"], 64, "the import has no parameter 'year'"),
        (["import", "workplan.lua", "plan.csv", "--encoding", "utf9"], 64, "there is no encoding 'utf9'"),
        (
            ["import", "workplan.lua", "plan.csv", "--sheet", "2", "--time-zone", "Mars"], 64,
            "'Mars' is not a time zone"
        ),
        (
            ["import", "broken.lua", "plan.csv"], 1,
            "broken.lua:3: unknown name 'row.Activty'; did you mean 'row.Activity'?"
        ),
        (["import", "loop.lua", "plan.csv", "--time", "500ms"], 3, "loop.lua:3: stopped at its time limit"),
        (
            ["import", "number.lua", "plan.csv"], 1,
            "number.lua: 'row' returns a number for row 2, where a change"
        ),
        (["import", "json.lua", "plan.csv"], 65, "plan.csv is CSV, and the transform takes JSON"),
    ])
    func `what cannot be imported is told in a sentence`(
        arguments: [String], code: Int32, message: String
    ) throws {
        let demo = try ImportTests.demo("Training,Jordan,Begun,Q2 2025\n")
        let transform = { (format: String, body: String) in
            """
            return transform { input = { format = "\(format)", columns = { Activity = "text" } },
              row = function(_, row)
                \(body)
              end }
            """
        }
        try demo.folder.file("report.lua", "return function() end")
        try demo.folder.file("broken.lua", transform("csv", "return row.Activty"))
        try demo.folder.file("loop.lua", transform("csv", "while true do end"))
        try demo.folder.file("number.lua", transform("csv", "return 1"))
        try demo.folder.file("json.lua", transform("json", "return nil"))
        let result = try demo.halqa(arguments + ["--yes"])
        #expect(result.exitCode == code, "\(result.text)")
        #expect(result.errors.contains(message), "\(result.text)")
    }
}
