import Community
import Documents
import Foundation
import LuaKit
import Scripting
import Store

/// What a script returns: the input tells, byte by byte, how to build it. It is not the text of a script, since that can
/// bring Lua itself down, which is the reason why scripts run in workers.
struct ScriptInput {
    private let snapshot: Snapshot

    init() throws {
        let folder = NSTemporaryDirectory() + "halqa-fuzz-\(UUID().uuidString)"
        let store = try Store.create(
            at: folder, name: ["en": "Test"], language: "en", now: Instant(milliseconds: 0))
        let record = Change.create(
            entity: "organization", id: "jor",
            fields: ["kind": .text("state"), "name": .localized(["en": "Jordan"])])
        _ = try store.apply(
            ChangeSet(
                [record],
                origin: ChangeSet.Origin(by: "operator", command: "test", at: Instant(milliseconds: 0))))
        snapshot = try Store(opening: folder, for: .reading).snapshot()
        // What is open stays readable.
        try FileManager.default.removeItem(atPath: folder)
    }

    func take(_ bytes: [UInt8]) throws {
        try tree(bytes)
        try document(bytes)
    }

    private func tree(_ bytes: [UInt8]) throws {
        let state = try State(output: { _ in })
        try state.freeze()
        do {
            for value in try state.run(Self.script(bytes)) {
                _ = try state.tree(value, within: TreeLimits(depth: 16, nodes: 1000, bytes: 1 << 16))
                    .description
            }
        } catch let error {
            try Self.check("\(error)")
        }
    }

    private func document(_ bytes: [UInt8]) throws {
        do {
            let evaluation = try Evaluation(
                Program(name: "report.lua", source: Array(Self.script(bytes).utf8)), snapshot: snapshot,
                now: Instant(milliseconds: 1_732_276_800_000), zone: .utc, seed: 1, memory: 16 << 20,
                log: { _ in })
            var order = PartOrder()
            try evaluation.run(parameters: [:]) { part in
                let read = try PartDecoder.decode(PartEncoder.encode(part))
                try order.check(read)
            }
        } catch let error as ScriptFailure {
            try Self.check("\(error)")
        }
    }

    private static func check(_ message: String) throws {
        guard !message.isEmpty else { throw FuzzFinding("a refusal without a sentence") }
    }

    private static func script(_ bytes: [UInt8]) -> String {
        let text = bytes.map { byte in "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        return "local input = \"\(text)\"\n" + builder
    }

    /// A machine with a stack: most bytes are operations, some take the bytes after them.
    private static let builder = #"""
        local at, stack = 1, {}
        local function byte()
            local value = input:byte(at) or 0
            at = at + 1
            return value
        end
        local function push(value) stack[#stack + 1] = value == nil and false or value end
        local function pop() return table.remove(stack) end
        local function top(t) return type(stack[#stack]) == t and stack[#stack] or nil end
        local names = {
            "rows", "columns", "title", "name", "value", "x", "y", "kind", "series", "label", "from", "to", "group_by",
            "highlight", "type", "total", "totals", "sum", "bar", "line", "donut", "sparkline", "organizations", "field",
            "timeline", "starts", "ends", "group", "progress", "values", "stacked_bar", "comparison", "target", "percent",
            "heading", "tag", "align", "center", "link", "id", "code", "subtitle", "average", "count", "min", "max", "danger",
        }
        local document = document and document { title = "t" }
        local operations = {
            function() push(true) end,
            function() push(byte() - 128) end,
            function() local s = input:sub(at, at + 7) at = at + 8 push(#s == 8 and (string.unpack("<i8", s)) or 0) end,
            function() local s = input:sub(at, at + 7) at = at + 8 push(#s == 8 and (string.unpack("<d", s)) or 0.5) end,
            function() local n = byte() push(input:sub(at, at + n - 1)) at = at + n end,
            function() push(names[byte() % #names + 1]) end,
            function() push({}) end,
            function() local v = pop() local t = top "table" if t then t[#t + 1] = v end end,
            function()
                local v, k = pop(), pop()
                local t = top "table"
                if t and k ~= nil and k == k then t[k] = v end
            end,
            function() local v = stack[#stack - byte() % 8] push(v) end,
            function() local t = top "table" if t then t[#t + 1] = t end end,
            function() local v = pop() push(function() return v end) end,
            function() push(coroutine.create(function() end)) end,
            function() local m = pop() local t = top "table" if t and type(m) == "table" then pcall(setmetatable, t, m) end end,
            function() push(string.rep(pop() == true and "é" or "x", byte() * 64)) end,
            function() local f = pop() local ok, v = pcall(f, pop()) push(v) end,
            function() push(0 / 0) end,
            function() for _ = 1, byte() do push { pop() } end end,
        }
        local calls = {
            "date", "instant", "days", "months", "hours", "month", "quarter", "slug", "lines", "tr", "before", "contains",
            "except", "report", "reminder", "transform", "rule", "tests", "document",
        }
        local methods = { "table", "chart", "metric", "text", "heading", "note" }
        while at <= #input do
            local code = byte()
            if code < 200 then
                operations[code % #operations + 1]()
            elseif code < 225 then
                local call = rawget(_G, calls[code % #calls + 1])
                if call then local _, v = pcall(call, pop()) push(v) end
            elseif code < 240 and document then
                local method = methods[code % #methods + 1]
                local v = pop()
                pcall(function() document[method](document, v, stack[#stack]) end)
            elseif code < 250 then
                push(document)
            else
                pcall(function() push(select(1, ...).organizations) end)
            end
        end
        return pop()
        """#
}
