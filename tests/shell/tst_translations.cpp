// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Both languages are complete: nothing unfinished, no place-holder lost, and every text of the engine's error
// table has its Portuguese.
#include "engine/base/error.h"
#include "views/shell/look.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message
{
    QString context, source;
    QStringList translations;
    bool isUnfinished = false;
};

QList<Message> messagesOf(const QString &file)
{
    QFile source(file);
    QList<Message> messages;
    if (!source.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&source);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = xml.name();
        if (name == u"name") {
            context = xml.readElementText();
        } else if (name == u"message") {
            messages.append({context, {}, {}, false});
        } else if (name == u"source") {
            messages.last().source = xml.readElementText();
        } else if (name == u"translation") {
            messages.last().isUnfinished = xml.attributes().hasAttribute("type");
            messages.last().translations << xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return messages;
}

QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression pattern("%(\\d|n)");
    QSet<QString> found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.insert(matches.next().captured());
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void portugueseIsComplete()
    {
        const auto messages = messagesOf(BATUTA_SOURCE_DIR "/resources/i18n/batuta_pt_BR.ts");
        QVERIFY2(messages.size() > 200, qPrintable(QString::number(messages.size())));
        for (const Message &message : messages) {
            const QString text = message.translations.join(' ');
            QVERIFY2(!message.isUnfinished && !text.trimmed().isEmpty(),
                     qPrintable(message.context + ": " + message.source));
            QVERIFY2(placeholders(text) == placeholders(message.source),
                     qPrintable(message.source + " / " + text));
        }
    }

    void englishPluralsAreComplete()
    {
        int plurals = 0;
        for (const Message &message : messagesOf(BATUTA_SOURCE_DIR "/resources/i18n/batuta_en.ts")) {
            if (!message.source.contains("%n"))
                continue;
            ++plurals;
            QVERIFY2(!message.isUnfinished, qPrintable(message.source));
        }
        QVERIFY(plurals > 3);
    }

    void theProgramSpeaksThem()
    {
        batuta::views::Translator english, portuguese;
        QVERIFY(english.load(":/i18n/batuta_en.qm"));
        QVERIFY(portuguese.load(":/i18n/batuta_pt_BR.qm"));
        QCOMPARE(portuguese.translate("Views", "Runs"), QString::fromUtf8("Execuções"));
        QCOMPARE(portuguese.translate("Words", "Running"), QString::fromUtf8("Em execução"));
        QCOMPARE(english.translate("batuta::views::EnginePill", "%n running", nullptr, 1),
                 QString("%n running"));
        QCOMPARE(portuguese.translate("batuta::console::ConsoleControl", "it was stopped from this window"),
                 QString("ele foi parado nesta janela"));
    }

    void everyErrorHasItsPortuguese()
    {
        QTranslator portuguese;
        QVERIFY(portuguese.load(":/i18n/batuta_pt_BR.qm"));
        for (int code = 0; code <= static_cast<int>(batuta::kLastErrorCode); ++code) {
            const batuta::Error error{static_cast<batuta::ErrorCode>(code), {}, {}, {}, {}};
            const QByteArray title(batuta::codeTitle(error.code).data()),
                mend(batuta::mendText(error).c_str());
            QVERIFY2(!portuguese.translate("Errors", title).isEmpty(), title);
            QVERIFY2(mend.isEmpty() || !portuguese.translate("Errors", mend).isEmpty(), mend);
        }
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
