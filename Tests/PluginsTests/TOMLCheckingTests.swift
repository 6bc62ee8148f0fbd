import Plugins
import TOMLKit
import Testing

struct TOMLCheckingTests {
    /// The TOML library would end the process.
    @Test(
        arguments: [
            "[ ,", "[\n", "a = 1\n [=]", "[[.a]]", "\u{85}[\u{3000}a]", "a = '\\'\n[\n", "# '''\n[+]",
            "a = \"\"\"\n[\n\"\"\"\"\n[,]", "a = 2024-06-30T\n", "a = [2024-06-30t:00]",
            "a = [}", "a = 1 ]", "a = 2024-06-30 1 # x", "e = 2024-06-3= 5\n", "e=2024-06-3= 5\n",
            "a = [1, 2_024-é6-30 1]", "a = { b = 2024-06-3= 5}", "a = 20_24-6x-30 1,",
            "e = 2024-06-[[ 2] 2]", "e = [2024-06-{{ 2}}]", "e = 2024-06-3\u{1} 0\n", "e = 2024-06-3\r 0",
            "a = 1\u{0}", "a = 2024-06-3\u{7F} 0",
        ])
    func `what must not be parsed is refused before`(text: String) {
        let error = #expect(throws: TOMLTextError.self) { try TOMLTable(checking: text) }
        #expect(error?.description.hasPrefix("line ") == true)
    }

    @Test(
        arguments: [
            "a = \"\"\"\n[.\n\"\"\"\"\n[b]", "a = [\n[\n1]\n]\n[b]", "a = {b = 1}\n[ 'c' ]\n[[\t\"d\" ]]",
            "a = '2024-06-30T' # 2024-06-30T\nb = 2024-06-30T14:00:00Z\nc = 2024-06-30 # day\nd = 2024-06-30 14:00:00\ne = [{ f = [] }, 2024-06-30 ]",
            "a = \"\\\"\"\n[b]", "2024-06-a= 5\n", "a = { 2024-06-b= 5 }", "2024-06-30T= 1", "2024-06-30 = 1",
            "a = [ 1, # 2024-06-3\n 5 ]", "a = [ 2024-06-30, 5, 2024-06-30 ]", "a = 1\r\nb\t= 2\r\n",
            "a = [ # one\n [1], # [two\n  [\n2 ] ,{ b = [3], c = { d = 4 } }\n]\n[[e]]\nf = [[], [[5]]]",
        ])
    func `what looks like it is parsed`(text: String) throws {
        #expect(try !TOMLTable(checking: text).isEmpty)
    }
}
