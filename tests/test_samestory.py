"""The command from end to end."""

import samestory


def test_command_reads_an_article(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("A headline\n\n“We will rebuild the bridge,” said Mayor Ana Ruiz.\n")
    assert samestory.main([str(tmp_path / "a.txt")]) == 0
    assert "a.txt" in capsys.readouterr().out
