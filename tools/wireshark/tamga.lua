-- Wireshark dissector of the Tamga protocol, version 1. What is known of kinds, fields and codes is in
-- tamga_tables.lua, which make-tables writes from docs/PROTOCOL.md; this file says how to show it.
-- Runs in Wireshark 4.0 (Lua 5.2) and later (Lua 5.4): no integer division, no bit library.

local function beside(name)
    local folder = debug.getinfo(1, "S").source:match("^@?(.*[/\\])") or ""
    return folder .. name
end

local tables = dofile(beside("tamga_tables.lua"))

local HEADER_BYTES, FIELD_HEADER_BYTES, VERSION, CRITICAL = 16, 6, 1, 0x8000
-- Lines that one call may show: Wireshark gives up a packet of more than 1,000,000, and a further call for the same
-- packet brings at most 64 KiB. A field has up to four and an expert info six; the fullest answer that the page allows,
-- 1,000 candidates of 40 fingers, has 166,000 fields.
local LINES_SHOWN, LINES_OF_FIELD, LINES_OF_EXPERT = 850000, 4, 6
local lines_left = LINES_SHOWN
local INTEGER_BYTES = { u8 = 1, u16 = 2, u32 = 4, u64 = 8, i32 = 4, bool = 1 }
local ALLOWED = { token = "^[a-z0-9-]*$", key = "^[A-Za-z0-9_.-]*$" }

-- What is shown in full without asking: everything else of the types string and bytes may hold records, names,
-- documents or words about a person, and is shown as a length. A field that is new on the page is hidden until
-- somebody adds it here.
local HARMLESS = {
    ["person"] = true, ["other"] = true, ["owner"] = true, ["came-as"] = true, ["client"] = true, ["server"] = true,
    ["matcher"] = true, ["capability"] = true, ["agency"] = true, ["role"] = true, ["station"] = true,
    ["flaw"] = true, ["text"] = true, ["kind"] = true, ["message"] = true, ["field"] = true, ["limit"] = true,
    ["from"] = true, ["until"] = true, ["date"] = true, ["serial"] = true, ["payload"] = true, ["salt"] = true,
    ["digest"] = true, ["chain"] = true,
}
-- Names of the header, which no field may take for its short filter.
local TAKEN = {
    length = true, version = true, kind = true, flags = true, request_id = true, body = true, tag = true,
    unknown = true, response_in = true, response_to = true, response_time = true,
}

local tamga = Proto("tamga", "Tamga fingerprint identification")
tamga.prefs.show_personal = Pref.bool(
    "Show biometric records and personal data", false,
    "Shows the bytes of finger records, and names, documents and remarks, instead of their lengths")

---------------------------------------------------------------------------------------------------------------------
-- Fields and what can be wrong with them

local function filter_name(name) return (name:gsub("-", "_")) end

local function value_names(list, key)
    local names = {}
    for code, entry in pairs(list) do names[code] = key and entry[key] or entry end
    return names
end

local KIND_NAMES = value_names(tables.kinds, "name")
local CODE_NAMES = {
    error = value_names(tables.errors, "name"), format = tables.formats, position = tables.positions,
}

local header = {
    length = ProtoField.uint32("tamga.length", "Length", base.DEC, nil, nil, "Bytes of the body"),
    version = ProtoField.uint8("tamga.version", "Version"),
    kind = ProtoField.uint8("tamga.kind", "Kind", base.HEX, KIND_NAMES),
    flags = ProtoField.uint16("tamga.flags", "Flags", base.HEX, nil, nil, "None is defined: 0"),
    request_id = ProtoField.uint64("tamga.request_id", "Request id"),
    body = ProtoField.none("tamga.body", "Body"),
    tag = ProtoField.uint16("tamga.tag", "Field", base.HEX),
    unknown = ProtoField.uint32("tamga.unknown", "Unknown field", base.DEC, nil, nil, "Bytes of a field not on the page"),
    unknown_value = ProtoField.bytes("tamga.unknown.value", "Value"),
    refused = ProtoField.uint32("tamga.refused", "Bytes that are no frame", base.DEC),
    response_in = ProtoField.framenum("tamga.response_in", "Answer in", base.NONE, frametype.RESPONSE),
    response_to = ProtoField.framenum("tamga.response_to", "Answer to", base.NONE, frametype.REQUEST),
    response_time = ProtoField.relative_time("tamga.response_time", "Response time"),
}

local all_fields = {}
for _, field in pairs(header) do all_fields[#all_fields + 1] = field end

local function remember(field)
    all_fields[#all_fields + 1] = field
    return field
end

local MAKERS = {
    u8 = function(...) return ProtoField.uint8(...) end, u16 = function(...) return ProtoField.uint16(...) end,
    u32 = function(...) return ProtoField.uint32(...) end, i32 = function(...) return ProtoField.int32(...) end,
    u64 = function(...) return ProtoField.uint64(...) end,
}

-- A field of Wireshark for a field of the page under a filter name.
local function new_field(filter, field)
    if field.type == "bool" then
        return remember(ProtoField.uint8(filter, field.name, base.DEC, { [0] = "no", [1] = "yes" }, nil, field.meaning))
    elseif MAKERS[field.type] then
        local names = field.codes or CODE_NAMES[field.values]
        return remember(MAKERS[field.type](filter, field.name, base.DEC, names, nil, field.meaning))
    elseif field.type == "bytes" then
        return remember(ProtoField.bytes(filter, field.name, base.NONE, field.meaning))
    elseif INTEGER_BYTES[field.type] or ALLOWED[field.type] or field.type == "string" then
        return remember(ProtoField.string(filter, field.name, base.UNICODE, field.meaning))
    end
    return remember(ProtoField.none(filter, field.name, field.meaning))
end

-- The type of a name where it has the same in all messages and groups; false where it has several.
local function common_types()
    local types = {}
    for _, body in pairs(tables.bodies) do
        for _, field in ipairs(body) do
            local known = types[field.name]
            if tables.bodies[field.type] then
                types[field.name] = false
            elseif known == nil then
                types[field.name] = field.type
            elseif known ~= field.type and not (known == "string" and field.type == "token") then
                types[field.name] = known == "token" and field.type == "string" and "string" or false
            end
        end
    end
    return types
end

-- tamga.MESSAGE.FIELD for every field, .length for those that may be hidden, and tamga.FIELD where it is one type.
local function declare_fields()
    local types, short = common_types(), {}
    for name, body in pairs(tables.bodies) do
        body.by_tag = {}
        for _, field in ipairs(body) do
            body.by_tag[field.tag] = field
            field.container, field.group = name, tables.bodies[field.type]
            local filter = "tamga." .. filter_name(name) .. "." .. filter_name(field.name)
            field.shown_as = new_field(filter, field)
            if (field.type == "string" or field.type == "bytes") and not HARMLESS[field.name] then
                field.is_personal = true
            end
            if not field.group then
                field.length_as = remember(ProtoField.uint32(
                    filter .. ".length", field.name, base.DEC, nil, nil, "Bytes of: " .. field.meaning))
            end
            local common = filter_name(field.name)
            if types[field.name] and not TAKEN[common] then
                short[common] = short[common] or new_field(
                    "tamga." .. common, { name = field.name, type = types[field.name], meaning = "In any message" })
                field.short_as = short[common]
            end
        end
    end
end

declare_fields()
tamga.fields = all_fields

local experts = {}
local function expert_info(name, text, group, severity)
    experts[name] = ProtoExpert.new("tamga." .. filter_name(name), text, group, severity)
end

-- One for each code with which a receiver refuses what is on the wire, under the code's name.
for _, name in ipairs {
    "malformed-frame", "unsupported-version", "unknown-kind", "frame-too-large", "malformed-message",
    "unknown-critical-field", "hello-required", "unexpected-hello", "duplicate-request-id", "limit-exceeded",
} do
    expert_info(name, "Refused with " .. name, expert.group.MALFORMED, expert.severity.ERROR)
end
expert_info("error-answer", "The server refused a request", expert.group.RESPONSE_CODE, expert.severity.WARN)
expert_info("unexpected-answer", "An answer that fits no request", expert.group.SEQUENCE, expert.severity.WARN)
expert_info("another-hello", "A new connection, or a hello that is refused", expert.group.SEQUENCE, expert.severity.WARN)
expert_info("unknown-field", "Not on the page, and not critical: skipped", expert.group.UNDECODED, expert.severity.NOTE)
expert_info("unknown-value", "A value that the page does not explain", expert.group.UNDECODED, expert.severity.NOTE)
expert_info("incomplete", "Not all of it was captured or put together", expert.group.REASSEMBLE, expert.severity.WARN)
expert_info("not-shown", "Too many fields to show", expert.group.UNDECODED, expert.severity.WARN)
tamga.experts = (function()
    local list = {}
    for _, info in pairs(experts) do list[#list + 1] = info end
    return list
end)()

local function bytes_text(count) return count == 1 and "1 byte" or string.format("%d bytes", count) end

local function complain(item, name, ...)
    lines_left = lines_left - LINES_OF_EXPERT
    item:add_proto_expert_info(experts[name], string.format(...))
end

---------------------------------------------------------------------------------------------------------------------
-- Values

-- The place of the first byte that is not valid UTF-8, from 0; nil where all are (RFC 3629: no surrogates, nothing
-- longer than needed, nothing above U+10FFFF).
local function invalid_utf8(text)
    local place = text:find("[\128-\255]")
    while place do
        local lead, second = text:byte(place, place + 1)
        local more = lead >= 0xC2 and lead <= 0xDF and 1 or lead >= 0xE0 and lead <= 0xEF and 2
            or lead >= 0xF0 and lead <= 0xF4 and 3
        if not more or not second then return place - 1 end
        for index = 1, more do
            local byte = text:byte(place + index)
            if not byte or byte < 0x80 or byte > 0xBF then return place - 1 end
        end
        if lead == 0xE0 and second < 0xA0 or lead == 0xED and second > 0x9F or lead == 0xF0 and second < 0x90
            or lead == 0xF4 and second > 0x8F then
            return place - 1
        end
        place = text:find("[\128-\255]", place + more + 1)
    end
end

-- Milliseconds since 1970 in words; nil for times beyond the year 9999.
local function utc(milliseconds)
    local seconds = math.floor(milliseconds / 1000)
    if seconds > 253402300799 then return nil end
    return os.date("!%Y-%m-%d %H:%M:%S", seconds) .. string.format(".%03d UTC", milliseconds - seconds * 1000)
end

local UNITS = {
    ["thousandths"] = function(value) return string.format(" thousandths: %.3f", value / 1000) end,
    ["1/256 turn"] = function(value) return string.format("/256 turn: %.1f degrees", value * 360 / 256) end,
    ["parts per 10^9"] = function(value) return string.format(" parts per 10^9: %.9f", value / 1e9) end,
    ["0 to 100"] = function() return " of 100" end,
    ["code"] = function() return "" end, ["truth"] = function() return "" end, ["number"] = function() return "" end,
}

-- The unit of an integer, and the value in a more readable one.
local function unit_text(field, value)
    if field.unit == "ms" and field.meaning:find("since 1970", 1, true) then
        local time = utc(value)
        return time and " ms: " .. time or " ms since 1970"
    end
    return UNITS[field.unit] and UNITS[field.unit](value) or " " .. field.unit
end

local function within(field, value) return not field.low or (value >= field.low and value <= field.high) end

local function limit_text(field)
    return field.low == field.high and tostring(field.low) or field.low .. " to " .. field.high
end

local function read_integer(field, range)
    if field.type == "i32" then return range:int() end
    if field.type == "u64" then return range:uint64():tonumber() end
    return range:uint()
end

local function check_integer(item, field, value)
    if field.type == "bool" and value > 1 then
        complain(item, "malformed-message", "%s: a bool is 0 or 1", field.name)
    elseif not within(field, value) then
        complain(item, "limit-exceeded", "%s: allowed are %s", field.name, limit_text(field))
    elseif field.values == "position" and not tables.positions[value] then
        complain(item, "limit-exceeded", "%s: no finger has this code", field.name)
    elseif field.values and not (field.codes or CODE_NAMES[field.values])[value] then
        complain(item, "unknown-value", "%s: the page does not explain it", field.name)
    end
end

local function check_text(item, field, text)
    local place = field.type ~= "bytes" and invalid_utf8(text)
    if place then
        complain(item, "malformed-message", "%s: not UTF-8 from byte %d on", field.name, place)
    elseif field.type == "string" and text:find("[\0-\31\127]") then
        complain(item, "malformed-message", "%s: a control character", field.name)
    elseif ALLOWED[field.type] and not text:find(ALLOWED[field.type]) then
        complain(item, "malformed-message", "%s: a character that no %s has", field.name, field.type)
    end
    if not within(field, #text) then
        complain(item, "limit-exceeded", "%s: %d bytes, allowed are %s", field.name, #text, limit_text(field))
    end
end

local function explain_token(item, field, text)
    local meaning = field.values and tables.vocabularies[field.values][text]
    if meaning then
        item:append_text(" (" .. meaning .. ")")
    elseif field.values and field.type == "token" and text:find(ALLOWED.token) then
        complain(item, "unknown-value", "%s: the page does not explain it", field.name)
    end
end

---------------------------------------------------------------------------------------------------------------------
-- Bodies

local function add_short(tree, field, range, text)
    if not field.short_as then return end
    local item = text and tree:add_packet_field(field.short_as, range, ENC_UTF_8) or tree:add(field.short_as, range)
    item:set_hidden()
end

-- The line has the field's header only, as exports give the bytes of every line.
local function add_length(tree, field, whole, length, words)
    local item = tree:add(field.length_as, whole:range(0, FIELD_HEADER_BYTES), length)
    item:set_text(field.name .. ": " .. bytes_text(length) .. words)
    return item
end

local function add_integer(tree, field, range, whole)
    if range:len() ~= INTEGER_BYTES[field.type] then
        local item = add_length(tree, field, whole, range:len(), "")
        complain(item, "malformed-message", "%s: a %s has %d bytes", field.name, field.type, INTEGER_BYTES[field.type])
        return item
    end
    local value, item = read_integer(field, range), tree:add(field.shown_as, range)
    item:append_text(unit_text(field, value))
    add_short(tree, field, range)
    check_integer(item, field, value)
    return item, value
end

local function add_text(tree, field, range, whole)
    local text = range:raw()
    if field.is_personal and not tamga.prefs.show_personal then
        local item = add_length(tree, field, whole, #text, ", not shown")
        check_text(item, field, text)
        return item
    end
    local item
    if field.type == "bytes" then
        item = tree:add(field.shown_as, range)
        add_short(tree, field, range)
    else
        item = tree:add_packet_field(field.shown_as, range, ENC_UTF_8)
        add_short(tree, field, range, true)
    end
    check_text(item, field, text)
    explain_token(item, field, text)
    return item, not invalid_utf8(text) and text or nil
end

local add_fields

-- One field that lies wholly in its body; returns its line and its value where that may be shown.
local function add_field(tree, field, tvb, place, length, state)
    local whole, range = tvb:range(place, FIELD_HEADER_BYTES + length), tvb:range(place + FIELD_HEADER_BYTES, length)
    local item, value
    if field.group then
        item = tree:add(field.shown_as, whole)
        item:set_text(string.format("%s: %s, %d bytes of fields", field.name, field.type, length))
    elseif INTEGER_BYTES[field.type] then
        item, value = add_integer(tree, field, range, whole)
    else
        item, value = add_text(tree, field, range, whole)
    end
    local tag = item:add(header.tag, tvb:range(place, 2))
    tag:append_text(string.format(" %s, %s%s, %s", field.name, field.type,
        field.tag >= CRITICAL and ", critical" or "", bytes_text(length)))
    if field.group then
        add_fields(item, field.group, tvb, place + FIELD_HEADER_BYTES, length, state, field.type)
    end
    return item, value
end

local function add_unknown(tree, tvb, place, tag, length)
    local item = tree:add(header.unknown, tvb:range(place, FIELD_HEADER_BYTES), length)
    item:set_text(string.format("Unknown field 0x%04X: %s", tag, bytes_text(length)))
    item:add(header.tag, tvb:range(place, 2))
    if tamga.prefs.show_personal and length > 0 then
        item:add(header.unknown_value, tvb:range(place + FIELD_HEADER_BYTES, length))
    end
    if tag >= CRITICAL then
        item:append_text(", critical")
        complain(item, "unknown-critical-field", "0x%04X is not known and must not be ignored", tag)
    else
        complain(item, "unknown-field", "0x%04X is not known and not critical", tag)
    end
end

local function check_occurrences(tree, body, counts, name)
    local fields = {}
    for _, field in ipairs(body) do fields[#fields + 1] = field end
    for field in pairs(counts) do
        if field.container ~= name then fields[#fields + 1] = field end
    end
    for _, field in ipairs(fields) do
        local count = counts[field] or 0
        if count < field.least then
            complain(tree, "malformed-message", "%s: the field %s is missing", name, field.name)
        elseif field.most == 1 and count > 1 then
            complain(tree, "malformed-message", "%s: %d times %s, allowed is one", name, count, field.name)
        elseif count > field.most then
            complain(tree, "limit-exceeded", "%s: %d times %s, allowed are %d", name, count, field.name, field.most)
        end
    end
end

-- What is wrong with a field that passes the end of its body.
local function add_overlong(tree, tvb, place, stop, state, field, length)
    local item = tree:add(
        header.unknown, tvb:range(place, math.min(stop - place, FIELD_HEADER_BYTES)), stop - place)
    item:set_text((field and field.name or "A field") .. ": cut off")
    -- Of a frame that was not captured whole, more may have been on the wire.
    if state.is_cut then return end
    if length then
        complain(item, "malformed-message", "%d bytes announced, %d are there", length,
            stop - place - FIELD_HEADER_BYTES)
    else
        complain(item, "malformed-message", "%s left, a field has at least 6", bytes_text(stop - place))
    end
end

-- The fields of a body or a group, from place on; state has the body, the options, the summary, and whether fields are
-- left out, as then none is missing for certain.
add_fields = function(tree, body, tvb, place, length, state, name)
    local stop, counts = place + length, {}
    while place < stop do
        if stop - place < FIELD_HEADER_BYTES then return add_overlong(tree, tvb, place, stop, state) end
        local tag, size = tvb:range(place, 2):uint(), tvb:range(place + 2, 4):uint()
        local field = body.by_tag[tag] or (body == state.body and state.options[tag])
        if size > stop - place - FIELD_HEADER_BYTES then
            return add_overlong(tree, tvb, place, stop, state, field, size)
        end
        if lines_left < LINES_OF_FIELD + 2 * LINES_OF_EXPERT then
            if not state.is_cut then complain(tree, "not-shown", "further fields of %s are not shown", name) end
            state.is_cut = true
            return
        end
        lines_left = lines_left - LINES_OF_FIELD
        if field then
            counts[field] = (counts[field] or 0) + 1
            local _, value = add_field(tree, field, tvb, place, size, state)
            if body == state.body then state.summary[#state.summary + 1] = { field = field, value = value } end
        else
            add_unknown(tree, tvb, place, tag, size)
        end
        place = place + FIELD_HEADER_BYTES + size
    end
    if not state.is_cut then check_occurrences(tree, body, counts, name) end
end

-- Fields that any request may carry, by tag.
local function options_of(kind)
    local options = {}
    for _, option in ipairs(tables.options) do
        local is_carried = kind.sender == "client"
        for _, name in ipairs(option.except) do is_carried = is_carried and name ~= kind.name end
        for _, field in ipairs(is_carried and tables.bodies[option.group] or {}) do options[field.tag] = field end
    end
    return options
end
for _, kind in pairs(tables.kinds) do kind.options = options_of(kind) end

---------------------------------------------------------------------------------------------------------------------
-- Connections: what was seen before decides what a frame may be

local stream_of = Field.new("tcp.stream")
local connections = {}

-- Called for each file that is opened or read anew.
function tamga.init() connections = {} end

local function address(host, port) return tostring(host) .. " " .. tostring(port) end

local function new_connection(start, previous)
    return {
        start = start, previous = previous, in_flight = {}, requests = {}, answers = {}, stopped = {}, after = {},
    }
end

-- What is known of a connection, by both ends. tcp.stream would tell connections on the same ports apart, but there is
-- none while Wireshark reads a file for the first time, so a hello begins a connection: those on the same ports are a
-- list, each from the packet with its hello on.
local function connection_of(pinfo)
    local ends = { address(pinfo.src, pinfo.src_port), address(pinfo.dst, pinfo.dst_port) }
    table.sort(ends)
    local key = table.concat(ends, " ")
    connections[key] = connections[key] or { new_connection(0) }
    local list = connections[key]
    local index = #list
    while list[index].start > pinfo.number do index = index - 1 end
    local stream = stream_of()
    if stream and not list[index].stream then list[index].stream = stream.value end
    return list[index], list
end

-- The connection that a hello begins; the one there is where it has none yet.
local function connection_of_hello(connection, list, pinfo)
    if pinfo.visited or not connection.hello or connection.hello == pinfo.number then return connection end
    list[#list + 1] = new_connection(pinfo.number, connection)
    local stream = stream_of()
    list[#list].stream = stream and stream.value
    return list[#list]
end

-- Both ends, as the frames that only one of them sends say.
local function learn_ends(connection, pinfo, kind)
    if connection.server and kind.name ~= "hello" and kind.name ~= "welcome" then return end
    local is_answer = kind.sender == "server"
    connection.server = is_answer and address(pinfo.src, pinfo.src_port) or address(pinfo.dst, pinfo.dst_port)
end

local function is_from_server(connection, pinfo) return connection.server == address(pinfo.src, pinfo.src_port) end

local function is_established(connection, number) return connection.welcome and number >= connection.welcome end

-- The largest body of a kind; and the largest one now, which is less before the welcome.
local function body_limits(connection, pinfo, kind)
    local limit = kind and kind.limit or tables.frame_bytes
    local now = limit
    if is_established(connection, pinfo.number) and not (kind and kind.name == "welcome") then
        now = math.min(limit, connection.frame_bytes or limit)
    elseif kind and (kind.name == "hello" or kind.name == "welcome")
        or connection.hello and pinfo.number >= connection.hello then
        now = math.min(limit, tables.opening_bytes)
    end
    return limit, now
end

-- A request, by number of the packet and request id. One that is shown again is found again: where a packet has the id
-- several times, its frames come in the same order each time.
local function note_request(connection, pinfo, id, kind)
    local key = pinfo.number .. " " .. id
    local found = connection.requests[key] or { next = 1 }
    connection.requests[key] = found
    if not pinfo.visited then
        local request = { number = pinfo.number, time = pinfo.rel_ts, kind = kind }
        request.is_duplicate = connection.in_flight[id] ~= nil
        found[#found + 1], connection.in_flight[id] = request, request
        return request
    end
    local request = found[found.next]
    found.next = found.next < #found and found.next + 1 or 1
    return request
end

local function note_answer(connection, pinfo, id)
    local key = pinfo.number .. " " .. id
    if pinfo.visited then return connection.answers[key] end
    local request = connection.in_flight[id]
    if not request then return nil end
    request.answer, request.answer_time = pinfo.number, pinfo.rel_ts
    connection.answers[key], connection.in_flight[id] = request, nil
    return request
end

local function add_time(tree, request)
    local seconds = request.answer_time - request.time
    local whole = math.floor(seconds)
    tree:add(header.response_time, NSTime.new(whole, math.floor((seconds - whole) * 1e9 + 0.5))):set_generated()
end

local function link_request(tree, connection, pinfo, frame)
    local request = note_request(connection, pinfo, frame.id, frame.kind)
    if not request then return end
    if request.is_duplicate then
        complain(frame.id_item, "duplicate-request-id", "a request with this id is in flight")
    end
    if request.answer then tree:add(header.response_in, request.answer):set_generated() end
end

local function link_answer(tree, connection, pinfo, frame)
    local request = note_answer(connection, pinfo, frame.id)
    if not request then
        if connection.hello then complain(frame.id_item, "unexpected-answer", "no request in flight has this id") end
        return
    end
    tree:add(header.response_to, request.number):set_generated()
    add_time(tree, request)
    if frame.kind.name ~= "error" and request.kind and request.kind.answer ~= frame.kind.name then
        complain(frame.kind_item, "unexpected-answer", "the request was %s", request.kind.name)
    end
end

---------------------------------------------------------------------------------------------------------------------
-- Frames

local function describe_kind(code, kind) return kind and kind.name or string.format("kind 0x%02X", code) end

-- Judges in the order in which a receiver does: version, flags, request id, length.
local function add_header(tree, tvb, place, connection, pinfo, frame)
    tree:add(header.length, tvb:range(place, 4)):append_text(" bytes")
    local version = tree:add(header.version, tvb:range(place + 4, 1))
    if tvb:range(place + 4, 1):uint() ~= VERSION then
        complain(version, "unsupported-version", "the version is %d", VERSION)
    end
    frame.kind_item = tree:add(header.kind, tvb:range(place + 5, 1))
    local flags = tree:add(header.flags, tvb:range(place + 6, 2))
    if tvb:range(place + 6, 2):uint() ~= 0 then complain(flags, "malformed-frame", "a flag is set") end
    frame.id_item = tree:add(header.request_id, tvb:range(place + 8, 8))
    if frame.id == "0" and not (frame.kind and frame.kind.name == "error") then
        complain(frame.id_item, "malformed-frame", "request id 0 is for errors that concern the connection")
    end
    if not frame.kind then
        complain(frame.kind_item, "unknown-kind", "0x%02X is not on the page", frame.code)
    elseif (frame.kind.sender == "server") ~= is_from_server(connection, pinfo) then
        complain(frame.kind_item, "unknown-kind", "%s is sent by the %s only", frame.kind.name, frame.kind.sender)
    end
end

-- Whether a hello is the second one of its TCP connection; nil where that cannot be told.
local function is_second_hello(connection, frame, number)
    if connection.hello and connection.hello_id ~= frame.id and connection.hello == number then return true end
    local previous = connection.previous
    if not previous then return false end
    if previous.stream and connection.stream then return previous.stream == connection.stream end
end

-- A connection opens with one hello and its welcome; frames of a capture that begins later are not judged.
local function check_opening(connection, pinfo, frame)
    local name, number = frame.kind and frame.kind.name, pinfo.number
    if name == "hello" then
        if not pinfo.visited and not connection.hello then
            connection.hello, connection.hello_id = number, frame.id
        end
        local is_second = is_second_hello(connection, frame, number)
        if is_second == nil then
            complain(frame.kind_item, "another-hello", "the connection was opened, or the ports were used, before")
        elseif is_second then
            complain(frame.kind_item, "unexpected-hello", "the connection was opened before")
        end
        return
    end
    if name == "welcome" and not pinfo.visited then connection.welcome = connection.welcome or number end
    if connection.hello and number >= connection.hello and not is_from_server(connection, pinfo)
        and not is_established(connection, number) then
        complain(frame.kind_item, "hello-required", "there was no welcome yet")
    end
end

local SUMMARIZED = {
    ["person"] = true, ["other"] = true, ["encounter"] = true, ["verdict"] = true, ["outcome"] = true,
    ["field"] = true, ["what"] = true, ["serial"] = true, ["client"] = true, ["server"] = true, ["station"] = true,
    ["removal"] = true, ["request"] = true, ["class"] = true, ["deadline"] = true, ["score"] = true, ["more"] = true,
}

local function summary_part(field, value)
    if field.values == "error" then
        return string.format("%s (%d)", CODE_NAMES.error[value] or "unknown code", value)
    elseif field.codes and field.codes[value] then
        return field.name .. " " .. field.codes[value]
    elseif field.type == "bool" then
        return field.name .. (value == 0 and " no" or " yes")
    elseif type(value) == "number" then
        return field.name .. string.format(field.unit == "thousandths" and " %.3f" or " %.0f",
            field.unit == "thousandths" and value / 1000 or value)
    end
    return field.name .. " " .. value
end

-- A short summary for the column of information, of values that are shown.
local function summarize(frame, summary)
    local parts, counts = {}, {}
    for _, entry in ipairs(summary) do
        local field = entry.field
        if field.group and field.most > 1 then
            if not counts[field] then parts[#parts + 1] = field end
            counts[field] = (counts[field] or 0) + 1
        elseif entry.value and (SUMMARIZED[field.name] or field.values == "error") then
            parts[#parts + 1] = summary_part(field, entry.value)
        end
    end
    for index, part in ipairs(parts) do
        if type(part) == "table" then parts[index] = counts[part] .. " " .. part.name end
    end
    local text = string.format("#%s %s", frame.id, describe_kind(frame.code, frame.kind))
    return (text .. (#parts > 0 and ": " or "") .. table.concat(parts, ", ")):gsub("[\0-\31\127]", "?")
end

local function learn_limits(connection, pinfo, tvb, place, length)
    local stop = place + length
    -- The welcome's `limits`, then `frame-bytes` in it: looked for in the same way, one within the other.
    for _, step in ipairs { { "welcome", "limits" }, { "session-limits", "frame-bytes" } } do
        local found
        while not found and stop - place >= FIELD_HEADER_BYTES do
            local field = tables.bodies[step[1]].by_tag[tvb:range(place, 2):uint()]
            local size = tvb:range(place + 2, 4):uint()
            place = place + FIELD_HEADER_BYTES
            if size > stop - place then return end
            found = field and field.name == step[2] and size
            if not found then place = place + size end
        end
        if not found then return end
        stop = place + found
    end
    if stop - place == 4 and not pinfo.visited then connection.frame_bytes = tvb:range(place, 4):uint() end
end

local function add_body(tree, tvb, place, length, connection, pinfo, frame)
    local summary = {}
    if not frame.kind then
        local item = tree:add(header.body, tvb:range(place, length))
        item:set_text(string.format("Body of an unknown kind: %d bytes, skipped", length))
    else
        local body = tables.bodies[frame.kind.name]
        local state = {
            body = body, options = frame.kind.options, summary = summary, is_cut = frame.is_cut,
        }
        add_fields(tree, body, tvb, place, length, state, frame.kind.name)
        if frame.kind.name == "welcome" then learn_limits(connection, pinfo, tvb, place, length) end
    end
    if frame.kind and frame.kind.name == "error" then
        complain(tree, "error-answer", "%s", summarize(frame, summary))
    end
    return summarize(frame, summary)
end

-- A length above the limit of its kind: the receiver refuses it and reads no more, so what follows is no frame.
local function add_refused(tree, tvb, place)
    local rest = tvb:len() - place
    if rest > 0 then
        tree:add(header.refused, tvb:range(place, rest), rest)
            :append_text(": the stream ended at a length above the limit")
    end
end

-- One frame of which the header is there; returns where the next one begins, nil where there is none.
local function add_frame(tree, tvb, place, connection, pinfo, frame, info)
    if frame.kind and not pinfo.visited then learn_ends(connection, pinfo, frame.kind) end
    local there = math.min(HEADER_BYTES + frame.length, tvb:len() - place)
    local limit, now = body_limits(connection, pinfo, frame.kind)
    local is_refused = frame.length > limit
    local item = tree:add(tamga, tvb:range(place, is_refused and HEADER_BYTES or there))
    item:set_text(string.format("Tamga, %s, request id %s", describe_kind(frame.code, frame.kind), frame.id))
    add_header(item, tvb, place, connection, pinfo, frame)
    check_opening(connection, pinfo, frame)
    if frame.length > now then
        complain(item, "frame-too-large", "%d bytes, allowed are %d", frame.length, now)
    end
    if is_refused then
        add_refused(item, tvb, place + HEADER_BYTES)
        info[#info + 1] = string.format(
            "#%s %s: a length above the limit", frame.id, describe_kind(frame.code, frame.kind))
        return nil
    end
    frame.is_cut = there < HEADER_BYTES + frame.length
    if frame.is_cut then complain(item, "incomplete", "%d of %d bytes are there", there, HEADER_BYTES + frame.length) end
    local is_answer = frame.code >= 0x80
    if is_answer and frame.kind and frame.id ~= "0" then
        link_answer(item, connection, pinfo, frame)
    elseif not is_answer then
        link_request(item, connection, pinfo, frame)
    end
    info[#info + 1] = add_body(item, tvb, place + HEADER_BYTES, there - HEADER_BYTES, connection, pinfo, frame)
    return place + there
end

-- Asks for more bytes where they can come; false where they cannot. The rest of a header must be asked for as one more
-- segment: Wireshark loses a frame of which first a number of bytes, and then a larger one, is asked for.
local function wait_for(tvb, pinfo, place, missing)
    if pinfo.can_desegment == 0 or tvb:reported_len() > tvb:len() then return false end
    pinfo.desegment_offset, pinfo.desegment_len = place, missing
    return true
end

local function read_header(tvb, place)
    local code = tvb:range(place + 5, 1):uint()
    return {
        length = tvb:range(place, 4):uint(), code = code, kind = tables.kinds[code],
        id = tostring(tvb:range(place + 8, 8):uint64()),
    }
end

local function is_hello(frame) return frame.kind and frame.kind.name == "hello" end

-- Whether the bytes begin as those of a new connection on the same ports do.
local function opens(tvb)
    if tvb:len() < HEADER_BYTES or tvb:range(4, 4):uint() ~= 0x01010000 then return false end
    local frame = read_header(tvb, 0)
    return is_hello(frame) and frame.length <= tables.opening_bytes and frame.id ~= "0"
end

-- Whether the bytes of this call come after a length above the limit. Several calls may come for one packet: which
-- of them came after it is remembered by what they begin with.
local function comes_after_end(connection, pinfo, tvb)
    local from = address(pinfo.src, pinfo.src_port)
    local stopped = connection.stopped[from]
    if not stopped or pinfo.number < stopped then return false end
    if pinfo.number > stopped then return not opens(tvb) end
    local key = tvb:len() .. tvb:range(0, math.min(64, tvb:len())):raw()
    if not pinfo.visited then connection.after[key] = true end
    return connection.after[key] or false
end

-- All frames of one call; what is left of them is asked for again with more bytes.
local function add_frames(tree, tvb, connection, list, pinfo, info)
    local place, length = 0, tvb:len()
    while place < length do
        if length - place < HEADER_BYTES then
            if wait_for(tvb, pinfo, place, DESEGMENT_ONE_MORE_SEGMENT) then return end
            local item = tree:add(tamga, tvb:range(place))
            complain(item, "incomplete", "%d bytes of a header of 16 are there", length - place)
            return
        end
        local frame = read_header(tvb, place)
        if is_hello(frame) then connection = connection_of_hello(connection, list, pinfo) end
        local missing = HEADER_BYTES + frame.length - (length - place)
        local limit = body_limits(connection, pinfo, frame.kind)
        if missing > 0 and frame.length <= limit and wait_for(tvb, pinfo, place, missing) then return end
        local next_place = add_frame(tree, tvb, place, connection, pinfo, frame, info)
        if not next_place then
            local from = address(pinfo.src, pinfo.src_port)
            connection.stopped[from] = connection.stopped[from] or pinfo.number
            return
        end
        place = next_place
    end
end

function tamga.dissector(tvb, pinfo, tree)
    if tvb:len() == 0 then return 0 end
    pinfo.cols.protocol = "Tamga"
    local connection, list = connection_of(pinfo)
    local info = {}
    lines_left = LINES_SHOWN
    if comes_after_end(connection, pinfo, tvb) then
        add_refused(tree:add(tamga, tvb:range(0)), tvb, 0)
        info[1] = tvb:len() .. " bytes that are no frame"
    else
        add_frames(tree, tvb, connection, list, pinfo, info)
    end
    if #info > 0 then
        pinfo.cols.info:clear()
        pinfo.cols.info:append(table.concat(info, "; ") .. " ")
        pinfo.cols.info:fence()
    end
    return tvb:len()
end

-- Over TLS the protocol is known by its name in ALPN; no port is its own. Decode As is for what has no TLS (tests).
DissectorTable.get("tls.alpn"):add("tamga/1", tamga)
DissectorTable.get("tls.port"):add_for_decode_as(tamga)
DissectorTable.get("tcp.port"):add_for_decode_as(tamga)
