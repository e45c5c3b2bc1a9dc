// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/seed.h"
#include "views/pages/editor/text/text_mirror.h"

#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QTest>
#include <QTextBlock>

using namespace batuta;
using namespace batuta::views;

namespace {

/// Texts that an editor cannot hold as they are.
const std::vector<std::string> &oddTexts()
{
    static const std::vector<std::string> texts{
        "",
        "a\nb\n",
        "a\r\nb\r\n\r\nc",
        "one\rtwo\n\rthree\r\n",
        "\xEF\xBB\xBF"
        "bom: 1\n",
        "é: 𝄞 ação\n日本: x\n",
        "broken \xC3( \xF0\x9F\x98 \xFF end\nnext\n",
        "line\xE2\x80\xA8separator \xE2\x80\xA9 paragraph\n",
        std::string("nul \0 here\n", 11),
        "\xEF\xB7\x90 \xEF\xB7\x91 \xEF\xBF\xBC\n\n\n",
    };
    return texts;
}

} // namespace

class TestYamlMirror : public QObject
{
    Q_OBJECT

private slots:
    void showsEveryTextLineByLine();
    void placesGoThereAndBack();
    void randomEditsKeepBytesAndTextTogether();
    void untouchedBytesStay();
};

void TestYamlMirror::showsEveryTextLineByLine()
{
    for (const std::string &text : oddTexts()) {
        const TextMirror mirror(text);
        QPlainTextEdit edit;
        edit.setPlainText(mirror.shown());
        QCOMPARE(edit.document()->blockCount(), mirror.lines());
        QCOMPARE(edit.toPlainText(), mirror.shown());
    }
}

void TestYamlMirror::placesGoThereAndBack()
{
    for (const std::string &text : oddTexts()) {
        const TextMirror mirror(text);
        const QStringList lines = mirror.shown().split('\n');
        for (int line = 0; line < lines.size(); ++line)
            for (int column = 0; column <= lines[line].size(); ++column) {
                if (column > 0 && lines[line][column - 1].isHighSurrogate())
                    continue;
                const std::size_t byte = mirror.byteOf({line, column});
                QCOMPARE(mirror.spotOf(byte), (Spot{line, column}));
            }
    }
}

void TestYamlMirror::randomEditsKeepBytesAndTextTogether()
{
    QRandomGenerator random(test::seed());
    const QStringList pieces{"x", "\n", "é", "𝄞", "", "ab\ncd", "- "};
    for (const std::string &start : oddTexts()) {
        TextMirror mirror(start);
        for (int round = 0; round < 200; ++round) {
            QString shown = mirror.shown();
            int at = static_cast<int>(random.bounded(static_cast<quint32>(shown.size() + 1)));
            int count =
                std::min<int>(static_cast<int>(random.bounded(4U)), static_cast<int>(shown.size()) - at);
            const auto isInside = [&](int i) { return i < shown.size() && shown[i].isLowSurrogate(); };
            if (isInside(at) || isInside(at + count))
                continue;
            const QString now = pieces[static_cast<int>(random.bounded(static_cast<quint32>(pieces.size())))];
            const QString before = shown.left(at);
            const Spot spot{static_cast<int>(before.count('\n')),
                            at - static_cast<int>(before.lastIndexOf('\n')) - 1};
            mirror.apply(mirror.replacing(spot, count, now));
            shown.replace(at, count, now);
            QCOMPARE(mirror.shown(), shown);
        }
    }
}

void TestYamlMirror::untouchedBytesStay()
{
    TextMirror mirror("a: 1\r\nb: \xFF\r\nc: 3\r\n");
    mirror.apply(mirror.replacing({1, 0}, 0, "x\n"));
    QCOMPARE(mirror.text(), std::string("a: 1\r\nx\r\nb: \xFF\r\nc: 3\r\n"));
    // An editor may tell more than what has changed.
    const edit::TextEdits edits = mirror.replacing({0, 0}, 7, "a: 2\nx\n");
    QCOMPARE(edits.size(), 1U);
    QCOMPARE(edits.front().range, (edit::Range{3, 4}));
    QCOMPARE(edits.front().text, std::string("2"));
    QVERIFY(mirror.replacing({0, 0}, 7, "a: 1\nx\n").empty());
}

QTEST_MAIN(TestYamlMirror)
#include "tst_yaml_mirror.moc"
