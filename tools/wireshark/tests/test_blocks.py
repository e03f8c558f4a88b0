"""The worked examples of the page, whole and cut at every place: shown as the page's remarks say."""

import dataclasses
import pathlib
import tempfile
import unittest

import page
import shark
from captures import Capture, Stream


def expected_experts(block):
    """What is said of an example: why it is refused, or else what deserves a look."""
    if block.refusal:
        return [block.refusal.replace("-", "_")]
    if block.header["kind"] == 0xFF:
        return ["error_answer"]
    return ["unknown_field"] if block.title == "accepted optional" else []


def is_answer(block):
    return block.header["kind"] >= 0x80


def with_request_id(block, request_id):
    data = block.data[:8] + request_id.to_bytes(8, "big") + block.data[16:]
    return dataclasses.replace(block, data=data)


def pieces(data, *cuts):
    ends = [0, *cuts, len(data)]
    return [data[start:end] for start, end in zip(ends, ends[1:])]


@shark.needs_tshark
class BlockTests(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.blocks = page.read_blocks()
        cls.folder = tempfile.TemporaryDirectory()
        cls.file = pathlib.Path(cls.folder.name, "blocks.pcap")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def frames(self, ways, **options):
        """Each way is (block, segments) on a connection of its own; the one frame shown for each."""
        with Capture(self.file) as capture:
            for number, (block, segments) in enumerate(ways):
                stream = Stream(capture, 10000 + number % 50000)
                for segment in segments:
                    stream.send(segment, from_server=is_answer(block))
        packets = shark.trees(self.file, "-Y", "tamga", **options)
        self.assertEqual([len(frames) for frames in packets], [1] * len(ways))
        return [frames[0] for frames in packets]

    def test_the_page_has_the_examples_this_reads(self):
        self.assertGreaterEqual(len(self.blocks), 53)
        self.assertGreaterEqual(sum(1 for block in self.blocks if block.refusal), 10)
        for block in self.blocks:
            self.assertEqual(set(block.header), {"length", "version", "flags", "request_id", "kind"}, block.title)

    def test_every_example_is_shown_as_its_remarks_say(self):
        for personal in (False, True):
            frames = self.frames([(block, [block.data]) for block in self.blocks], personal=personal)
            for block, frame in zip(self.blocks, frames):
                with self.subTest(block=block.title, line=block.line, personal=personal):
                    self.check_header(block, frame)
                    if block.refusal not in ("malformed-message", "unknown-kind", "frame-too-large"):
                        self.check_fields(block.said, frame, block, personal)

    def check_header(self, block, frame):
        for name, said in block.header.items():
            shown = frame.all("tamga." + name)
            self.assertEqual([int(node.value, 0) for node in shown if node in frame.children], [said], name)

    def check_fields(self, said, node, block, personal):
        # Names of two parts are of the header, or short ones beside the field's own.
        lines = [child for child in node.children if child.name.count(".") >= 2 or child.name == "tamga.unknown"]
        self.assertEqual(len(lines), len(said), [line.name for line in lines])
        for field, line in zip(said, lines):
            if field.name.startswith("unknown"):
                self.assertEqual((line.name, line.value), ("tamga.unknown", str(field.size)))
                continue
            name = field.name.replace("-", "_")
            if line.name.endswith(".length") and not personal:
                self.assertTrue(line.name.endswith(f".{name}.length"), line.name)
                self.assertEqual(line.value, str(field.size))
            elif field.within:
                self.assertTrue(line.name.endswith("." + name), line.name)
                self.check_fields(field.within, line, block, personal)
            else:
                self.assertTrue(line.name.endswith("." + name), line.name)
                self.check_value(field, line)

    def check_value(self, field, line):
        if field.value is None or not field.value[0] in '"-0123456789yn':
            self.assertEqual(len(line.value.split(":")), field.size)
        elif field.value[0] == '"':
            self.assertEqual(f'"{line.value}"', field.value)
        else:
            words = {"yes": 1, "no": 0}.get(field.value)
            self.assertEqual(int(line.value), words if words is not None else int(field.value.split(":")[0]))

    def test_what_is_refused_says_why_and_nothing_else_does(self):
        frames = self.frames([(block, [block.data]) for block in self.blocks])
        for block, frame in zip(self.blocks, frames):
            with self.subTest(block=block.title, line=block.line):
                self.assertEqual(shark.experts(frame), expected_experts(block))

    def test_a_frame_cut_at_any_place_is_shown_the_same(self):
        whole = {block.line: frame.plain() for block, frame in zip(
            self.blocks, self.frames([(block, [block.data]) for block in self.blocks]))}
        ways = [(block, pieces(block.data, cut)) for block in self.blocks for cut in range(1, len(block.data))]
        ways += [(block, pieces(block.data, *range(1, len(block.data)))) for block in self.blocks]
        for start in range(0, len(ways), 4000):
            some = ways[start : start + 4000]
            for (block, segments), frame in zip(some, self.frames(some)):
                cut = len(segments[0])
                self.assertEqual(frame.plain(), whole[block.line], f"{block.title}, line {block.line}, cut at {cut}")

    def test_several_frames_in_one_segment_are_shown_one_by_one(self):
        whole = [block for block in self.blocks if block.is_whole and not block.refusal and not is_answer(block)]
        whole = [with_request_id(block, 100 + index) for index, block in enumerate(whole) if block.title != "hello"]
        alone = [frame.plain() for frame in self.frames([(block, [block.data]) for block in whole])]
        for cut in (0, 1, 17, 500):
            with Capture(self.file) as capture:
                stream = Stream(capture, 1234)
                data = b"".join(block.data for block in whole)
                for piece in pieces(data, cut) if cut else [data]:
                    stream.send(piece)
            packets = shark.trees(self.file)
            self.assertEqual([frame.plain() for frames in packets for frame in frames], alone, f"cut at {cut}")


if __name__ == "__main__":
    unittest.main()
