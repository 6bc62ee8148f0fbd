import Community
import Testing

@testable import Manual
@testable import Scripting

struct PageTests {
    @Test func `every link of the pages leads to a heading`() throws {
        let reference = try APIReference()
        let pages = [
            LuaPage.path: LuaPage(reference).text, EntityPage.path: EntityPage(reference.schema).text,
        ]
        let anchors = pages.mapValues { text in
            Set(
                text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
                    Markdown.anchor(String(line.drop { $0 == "#" }.dropFirst()))
                })
        }
        var count = 0
        for (page, text) in pages {
            for link in text.matches(of: #/\]\(([a-z]*\.?[a-z]*)#([^)]+)\)/#) {
                let target = link.output.1.isEmpty ? page : String(link.output.1)
                #expect(anchors[target]?.contains(String(link.output.2)) == true, "\(page): \(link.output.0)")
                count += 1
            }
        }
        #expect(count > 150)
    }

    @Test func `the page of the API has every name with its documentation`() throws {
        let reference = try APIReference()
        let page = LuaPage(reference).text
        for function in reference.functions {
            #expect(page.contains(function.documentation), "\(function.name)")
            for example in function.examples { #expect(page.contains(example), "\(function.name)") }
        }
        for options in reference.options {
            for option in options.options {
                #expect(page.contains("| `\(option.name)` |"), "\(options.name): \(option.name)")
            }
        }
        #expect(reference.options.map(\.name).contains("parameter options"))
    }

    @Test(arguments: [
        "| `due` | date | Due · Échéance · تاريخ الاستحقاق | The last day by which it is to be done. |",
        "| `session` | [session](#session) | Session · Séance · الجلسة | The session it came out of. |",
        "| `children` | list of [action_item](#action_item) |", "| `progress` | integer, 0 to 100 |",
        "Required. Without it, `open`. |",
        "Choices of `status`: `open` Open · À faire · مفتوح; `in_progress` In progress",
        "| observer | those of one's own organization |", "| focal point | all |",
        "| `email` | no | of some records | of some records |",
    ])
    func `the page of entities says`(_ text: String) {
        #expect(EntityPage(.standard).text.contains(text))
    }

    @Test func `a command is told of with its arguments and options, and without those of all commands`()
        throws
    {
        let page = try CommandPage(
            description: """
                {"command": {"commandName": "halqa", "abstract": "All.", "discussion": "More.", "arguments": [
                  {"kind": "flag", "names": [{"kind": "long", "name": "quiet"}], "abstract": "No notices.",
                   "isOptional": true, "isRepeating": false, "shouldDisplay": true},
                  {"kind": "flag", "names": [{"kind": "long", "name": "help"}], "abstract": "Help.",
                   "isOptional": true, "isRepeating": false, "shouldDisplay": true}],
                 "subcommands": [{"commandName": "help"}, {"commandName": "run", "abstract": "Runs.", "arguments": [
                  {"kind": "positional", "valueName": "file", "abstract": "Which.", "isOptional": false,
                   "isRepeating": false, "shouldDisplay": true},
                  {"kind": "option", "names": [{"kind": "long", "name": "time"}, {"kind": "short", "name": "t"}],
                   "valueName": "time", "abstract": "How | long.", "defaultValue": "10s", "isOptional": true,
                   "isRepeating": true, "shouldDisplay": true}]}]}}
                """)
        #expect(
            page.text.hasSuffix(
                """
                # Commands

                All.

                More.

                | option of all commands |  |
                | --- | --- |
                | `--quiet` | No notices. |

                ## halqa run

                Runs.

                ```sh
                halqa run <file> [options]
                ```

                | argument |  |
                | --- | --- |
                | `<file>` | Which. |

                | option |  |
                | --- | --- |
                | `--time`, `-t <time>` | How \\| long. Default: 10s. May be given several times. |


                """), "\(page.text)")
    }
}
