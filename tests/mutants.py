"""Mutate the conditions of sections 4 to 7 one at a time, and tell which of these mutants the tests let live.

    python tests/mutants.py [--every N] [--from K] [SECTION ...]

Each mutant is a copy of the module in which one condition is another (`<` is `<=`, `and` is `or`, `not x` is `x`, an
`if` holds where it did not); the tests of its section are run on it until one fails. With --every N one in N is tried,
from the K-th on. Prints the survivors with their lines, and how many of each section were killed.
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent / "src"
TESTS = {
    "4": ["test_reading.py", "test_reading_pages.py", "test_lines.py", "test_inputs.py", "test_wrapped.py"],
    "5": ["test_statements.py", "test_people.py"],
    "6": ["test_dates_figures.py"],
    "7": ["test_comparing.py", "test_groups.py", "test_editions.py", "test_showing.py"],
}
OTHER = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
LONGEST = 120  # seconds for the tests of a section; a mutant that hangs is killed too


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("sections", nargs="*", default=list(TESTS))
    arguments = parser.parse_args()
    text = (SOURCE / "samestory.py").read_text(encoding="utf-8")
    counts: Counter[tuple[str, bool]] = Counter()
    for section in arguments.sections:
        low, high = lines_of(section, text)
        mutants = [mutant for mutant in mutants_of(text) if low <= mutant[0] < high]
        for line, told, mutated in mutants[arguments.first :: arguments.every]:
            killed = is_killed(mutated, TESTS[section])
            counts[section, killed] += 1
            if not killed:
                print(f"{line}: {told}", flush=True)
    for section in arguments.sections:
        killed, left = counts[section, True], counts[section, False]
        print(f"section {section}: {killed} of {killed + left} killed, {killed / max(killed + left, 1):.0%}")


def lines_of(section: str, text: str) -> tuple[int, int]:
    """Return the first line of the section and that behind its last."""
    heads = {head[1]: text.count("\n", 0, head.start()) + 1 for head in re.finditer(r"(?m)^# =+ (\d+)\. ", text)}
    return heads[section], heads[str(int(section) + 1)]


def mutants_of(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each mutant: the line, what it does in words, and the module's text."""
    lines = text.splitlines(keepends=True)
    for node in ast.walk(ast.parse(text)):
        for old, new in changes(node):
            if old.lineno == old.end_lineno:
                line = lines[old.lineno - 1].encode()
                changed = line[: old.col_offset] + f"({new})".encode() + line[old.end_col_offset :]
                told = f"{ast.unparse(old)}  ->  {new}"
                yield old.lineno, told, "".join([*lines[: old.lineno - 1], changed.decode(), *lines[old.lineno :]])


def changes(node: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Yield an expression in or at `node` and what stands in its place in a mutant."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OTHER:
        operators = [OTHER[type(node.ops[0])](), *node.ops[1:]]
        yield node, ast.unparse(ast.Compare(node.left, operators, node.comparators))
    elif isinstance(node, ast.BoolOp):
        operator = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield node, ast.unparse(ast.BoolOp(operator, node.values))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node, f"bool({ast.unparse(node.operand)})"
    elif isinstance(node, (ast.If, ast.IfExp, ast.While)) and not isinstance(node.test, (ast.Compare, ast.NamedExpr)):
        yield node.test, f"not ({ast.unparse(node.test)})"
    elif isinstance(node, ast.comprehension):
        yield from (
            (test, "True") for test in node.ifs if not any(isinstance(n, ast.NamedExpr) for n in ast.walk(test))
        )


def is_killed(mutated: str, tests: list[str]) -> bool:
    """Tell whether one of the tests fails, or does not end, on the module with that text."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(SOURCE / "samestory_helpers.py", folder)
        Path(folder, "samestory.py").write_text(mutated, encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
        environment = {**os.environ, "PYTHONPATH": folder}
        try:
            run = subprocess.run(command, cwd=HERE, env=environment, capture_output=True, timeout=LONGEST, check=False)
        except subprocess.TimeoutExpired:
            return True
        return run.returncode != 0


if __name__ == "__main__":
    main()
