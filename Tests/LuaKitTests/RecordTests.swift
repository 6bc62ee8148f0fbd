import Testing

@testable import LuaKit

struct RecordTests {
    static func shelf(_ count: Int = 1200) throws -> (State, Shelf) {
        let state = try State()
        let shelf = Shelf(bookCount: count)
        try shelf.install(in: state)
        return (state, shelf)
    }

    @Test(
        "a record",
        arguments: [
            (
                "local n, sum = 0, 0 for b in books() do n = n + 1 sum = sum + b.pages end return n, sum",
                "1200, 7194000"
            ),
            ("for b in books() do if b.pages == 6000 then return b.title end end", #""Title 600""#),
            (
                "local b = book(3) return b.title, b.pages, b.price, b.lent, b.author",
                #""Title 3", 30, 0.75, true, nil"#
            ),
            ("local b = book(4) return b.author.name, b.author.born, b.lent", #""Author 4", 1904, false"#),
            ("return book(2).tags, book(0).tags", #"{ "a", "tag 2" }, {}"#),
            ("return book(7).note", #""note on 7""#),
            (
                "local b = book(3) return b.x.shop.price, b['x.shop.price'], b.x.shop.note, b.x.shop.\(Shelf.longName.dropFirst(7))",
                #"3, 3, "note on 3", 3"#
            ),
            (
                "local s = 0 for b in books() do s = s + b.x.shop.price + b.x['shop'].price end return s",
                "1438800"
            ),
            (
                "return tostring(book(3).x.shop), book(3).x == book(3).x, book(3).x == book(4).x",
                #""x.shop", true, false"#
            ),
            ("return book(7):describe()", #""book 7""#),
            ("return tostring(book(7)), string.format('%s', book(7))", #""book #7", "book #7""#),
            (
                "return book(3) == book(3), book(3) == book(4), book(1).author == book(11).author",
                "true, false, true"
            ),
            ("local t = {} for b in books() do t[b] = b.pages end return t[book(1100)]", "11000"),
            (
                "local t = { [book(2)] = 'b', [book(1)] = 'a' } local s = '' for k, v in pairs(t) do s = s .. v end return s",
                #""ab""#
            ),
            (
                "local keep for b in books() do if b.pages == 100 then keep = b end end return keep.title, keep.secret",
                #""Title 10", 10"#
            ),
            (
                "local n = 0 for a in books() do for b in books() do n = n + 1 if b.pages >= a.pages then break end end if a.pages >= 200 then break end end return n",
                "231"
            ),
            (
                "local t = {} for b in books() do if b.author then t[b.author.name] = (t[b.author.name] or 0) + 1 end end return t['Author 1']",
                "160"
            ),
            ("local it = books() for i = 1, 1200 do it() end return it(), it()", "nil, nil"),
            (
                "return type(book(1)), getmetatable(book(1)), rawequal(book(1), book(1))",
                #""userdata", "protected", true"#
            ),
        ])
    func reads(source: String, expected: String) throws {
        let (state, shelf) = try Self.shelf()
        #expect(try state.text(state.run(source)) == expected)
        state.close()
        #expect(shelf.openCursors == 0)
        #expect(shelf.isClosed)
    }

    @Test(
        "a mistake with a record",
        arguments: [
            ("return book(1).titel", "no field 'titel'; did you mean 'title'?"),
            ("return book(1).descrbe", "no field 'descrbe'; did you mean 'describe'?"),
            ("return book(1).x.shpo", "no field 'x.shpo'; did you mean 'x.shop'?"),
            ("return book(1).x.shop.prise", "no field 'x.shop.prise'; did you mean 'x.shop.price'?"),
            ("return book(1).x[1]", "a part of book has no such field; fields are named by text"),
            (
                "return 'a' .. book(1).x",
                "a part of book cannot be joined with '..'; use one of its fields, by its whole name"
            ),
            ("book(1).x.shop.price = 1", "cannot assign 'price': a part of book is read-only"),
            ("return book(1)[1]", "a book has no such field; fields are named by text"),
            ("book(1).title = 'x'", "cannot assign 'title': a book is read-only"),
            ("return 'a' .. book(1)", "a book cannot be joined with '..'; use book.title"),
            ("return book(1) .. 'a'", "a book cannot be joined with '..'; use book.title"),
            ("return book(1) < book(2)", "cannot compare book with book"),
            ("return book(1) + 1", "cannot add book and number"),
            ("return -book(1)", "cannot negate book and book"),
            ("return #book(1)", "a book has no length"),
            ("book(1)()", "a book cannot be called"),
            (
                "book(1).describe()",
                "'describe' is a method of a light value: call it with a colon, as in value:describe(…)"
            ),
            ("return book(99999).title", "unreadable"),
            ("for b in books() do local x = b.nosuch end", "no field 'nosuch'"),
        ])
    func mistakes(source: String, message: String) throws {
        let (state, _) = try Self.shelf()
        let error = try #require(try failure(of: "\n" + source, in: state))
        #expect(error.message == message)
        #expect(error.line == 2)
    }

    @Test func `a column is loaded a batch at a time, when it is first read`() throws {
        let (state, shelf) = try Self.shelf()
        _ = try state.run("for b in books() do local x = b.title, b.pages end")
        #expect(shelf.loads == [])
        _ = try state.run("for b in books() do local x = b.price end")
        #expect(shelf.loads == ["book.price", "book.price", "book.price"])
    }

    @Test func `following a reference tells the source which column it came from`() throws {
        let (state, shelf) = try Self.shelf()
        _ = try state.run("for b in books() do local x = b.author and b.author.name end")
        #expect(shelf.loads == ["author author"])
    }

    @Test func `batches that are no longer used make room`() throws {
        let (state, shelf) = try Self.shelf(512 * 40)
        #expect(
            try state.text(state.run("local s = 0 for i = 0, 39 do s = s + book(i * 512).price end return s"))
                == "99840.0")
        #expect(shelf.evictions == 40 - 16)
    }

    @Test func `what a source throws is raised at the line`() throws {
        let (state, shelf) = try Self.shelf()
        shelf.refusesSecrets = true
        let error = try #require(try failure(of: "local b = book(1)\nreturn b.secret", in: state))
        #expect(error.message == "'secret' was not granted")
        #expect(error.line == 2)
        #expect(try state.text(state.run("return (pcall(function() return book(1).secret end))")) == "false")
    }

    @Test func `cursors that are left in the midst are closed`() throws {
        let (state, shelf) = try Self.shelf()
        _ = try state.run("for i = 1, 30 do for b in books() do break end end")
        #expect(shelf.openCursors > 0)
        #expect(throws: LuaError.self) { try state.run("for b in books() do error('x') end") }
        try state.arm(deadline: .milliseconds(20))
        #expect(throws: LuaError.self) { try state.run("for b in books() do while true do end end") }
        state.close()
        #expect(shelf.openCursors == 0)
    }

    @Test func `many nested cursors over one type`() throws {
        let (state, _) = try Self.shelf(4)
        let source = """
            local function count(depth)
              if depth == 0 then return 1 end
              local n = 0
              for b in books() do
                n = n + count(depth - 1)
                assert(b.title == "Title " .. b.pages // 10)
                if depth > 2 then break end
              end
              return n
            end
            return count(20)
            """
        #expect(try state.text(state.run(source)) == "16")
    }

    @Test func `a tag is given once, and is not 0`() throws {
        let (state, shelf) = try Self.shelf()
        for tag in [0, 10] as [UInt8] {
            let type = RecordType(tag: tag, name: "x", "", fields: [], source: shelf)
            let error = #expect(throws: LuaError.self) { try state.register(type) }
            #expect(error?.message.contains("the tag") == true)
        }
    }

    @Test(
        "light values keep their payload",
        arguments: [0, 1, -1, Light.payloads.lowerBound, Light.payloads.upperBound])
    func payload(payload: Int64) throws {
        let light = try #require(Light(tag: 255, payload: payload))
        #expect(light.tag == 255)
        #expect(light.payload == payload)
        let state = try State()
        let echo = try #require(try state.run("return function(x) return x end").first)
        guard case .light(let back)? = try state.call(echo, [.light(light)]).first else {
            return #expect(Bool(false))
        }
        #expect(back == light)
        #expect(Light(tag: 1, payload: Light.payloads.upperBound + 1) == nil)
        #expect(Light(tag: 0, payload: 0) == nil)
    }
}
