// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/text/yaml_offers.h"

#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

const char *const kBefore = "batuta: 1\nname: x\nsteps:\n  match:\n    log: hi\n  b:\n    needs: [match]\n";

LineSource linesOf(const QString &text)
{
    const QStringList lines = text.split('\n');
    return [lines](int line) { return line < lines.size() ? QString("" + lines[line]) : QString(); };
}

void row(const char *name, const char *text, const char *path, const char *offers)
{
    QTest::newRow(name) << QString(text) << QString(path) << QString(offers);
}

} // namespace

class TestYamlOffers : public QObject
{
    Q_OBJECT

private slots:
    void offersWhatFits_data();
    void offersWhatFits();
    void writesKeysReadyForTheirValue();
    void isQuietWhereNothingWasTyped();
};

void TestYamlOffers::offersWhatFits_data()
{
    // Of `|` in the text, the caret; the first offers.
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("offers");
    row("the head", "dead|", "", "deadline");
    row("of a step", "    tim|", "steps b", "timeout");
    row("not what is there", "    need|", "steps b", "");
    row("a kind", "    appr|", "steps b", "approval");
    row("of a kind", "    http:\n      met|", "steps b http", "method");
    row("of a mapping on one line", "    http: {url: x, met|", "steps b http", "method");
    row("a value of it", "    http: {method: PA|", "steps b http method", "PATCH");
    row("a value", "    on_failure: con|", "steps b on_failure", "continue");
    row("steps", "  c:\n    needs: [ma|", "steps c needs 0", "match");
    row("steps in a list", "  c:\n    needs:\n      - ma|", "steps c needs 0", "match");
    row("steps in a list at the same indent", "  c:\n    needs:\n    - b|", "steps c needs 0", "");
    row("within a list of mappings", "    skip:\n      - {rea|", "steps b skip 0", "reason");
    row("the second key of an item", "    skip:\n      - if: x\n        rea|", "steps b skip 0", "reason");
    row("an expression", "    log: \"${{ steps.ma|", "steps b log", "match");
    row("a bare condition", "    if: inpu|", "steps b if", "input");
    row("no word in a comment", "    # tim|", "steps b", "");
}

void TestYamlOffers::offersWhatFits()
{
    QFETCH(QString, text);
    QFETCH(QString, path);
    QFETCH(QString, offers);
    QString whole = kBefore + text;
    if (text.startsWith("dead")) // at the end of the head
        whole = text;
    const qsizetype caret = whole.indexOf('|');
    whole.remove(caret, 1);
    const int line = static_cast<int>(whole.left(caret).count('\n'));
    const int column = static_cast<int>(caret - whole.left(caret).lastIndexOf('\n') - 1);
    CompletionSource names;
    names.steps = {"match", "b", "c"};
    QStringList found;
    for (const std::string &part : yamlPathAt(linesOf(whole), line, column))
        found << QString::fromStdString(part);
    if (!text.contains('#'))
        QCOMPARE(found.join(' '), path);
    const YamlOffers offered = yamlOffersAt(linesOf(whole), line, column, false, names);
    QCOMPARE(offered.items.empty() ? QString() : offered.items.front().text, offers);
}

void TestYamlOffers::writesKeysReadyForTheirValue()
{
    const QString whole = QString(kBefore) + "    ";
    const YamlOffers offered = yamlOffersAt(linesOf(whole), 7, 4, true, {});
    const auto insertOf = [&](const QString &key) {
        for (const YamlOffer &one : offered.items)
            if (one.text == key)
                return one.insert;
        return QString();
    };
    QCOMPARE(insertOf("timeout"), QString("timeout: "));
    QCOMPARE(insertOf("http"), QString("http:\n      "));
    QCOMPARE(insertOf("needs"), QString());
    QCOMPARE(insertOf("title"), QString("title: "));
}

void TestYamlOffers::isQuietWhereNothingWasTyped()
{
    const QString whole = QString(kBefore) + "    ";
    QVERIFY(yamlOffersAt(linesOf(whole), 7, 4, false, {}).items.empty());
    QVERIFY(!yamlOffersAt(linesOf(whole), 7, 4, true, {}).items.empty());
}

QTEST_APPLESS_MAIN(TestYamlOffers)
#include "tst_yaml_offers.moc"
