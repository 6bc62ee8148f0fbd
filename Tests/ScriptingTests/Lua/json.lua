-- json: values as text and back.
return function(community)
  assert(json.encode { id = "jor", due = date "2024-06-30" } == '{"due":"2024-06-30","id":"jor"}')
  assert(json.encode { 1, 2.5, "x", true, json.null } == '[1,2.5,"x",true,null]')
  assert(json.encode {} == "[]" and json.encode "a\n\"b\"" == [["a\n\"b\""]])
  assert(json.encode(math.maxinteger) == "9223372036854775807")
  assert(json.encode(instant "2023-09-25T11:00Z") == '"2023-09-25T11:00:00Z"')
  assert(json.encode { month "2024-06", quarter "2024-Q2" } == '["2024-06","2024-Q2"]')
  assert(json.encode "\0\u{1F}" == [["\u0000\u001f"]])

  local value = json.decode '{"a": [1, 2.5, "x", null, true], "b": {"c": 9223372036854775807}}'
  assert(value.a[2] == 2.5 and value.a[4] == json.null and value.a[5] == true and #value.a == 5)
  assert(value.b.c == math.maxinteger and math.type(value.a[1]) == "integer")
  assert(json.decode '"الأردن"' == "الأردن" and json.decode "null" == json.null)
  assert(json.encode(json.decode '[{"a":[]},null]') == '[{"a":[]},null]')
  return "passed"
end
