// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/words.h"

#include <QLocale>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void durations_data()
    {
        QTest::addColumn<qlonglong>("us");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("portuguese");
        QTest::newRow("nothing") << 0LL << "0 ms"
                                 << "0 ms";
        QTest::newRow("ms") << 812'000LL << "812 ms"
                            << "812 ms";
        QTest::newRow("seconds") << 24'812'000LL << "24.8 s"
                                 << "24,8 s";
        QTest::newRow("minutes") << 185'000'000LL << "3 m 05 s"
                                 << "3 m 05 s";
        QTest::newRow("hours") << 7'380'000'000LL << "2 h 03 m"
                               << "2 h 03 m";
    }

    void durations()
    {
        QFETCH(qlonglong, us);
        QFETCH(QString, english);
        QFETCH(QString, portuguese);
        const auto plain = [](QString text) { return text.replace(QChar(0x2009), ' '); };
        QCOMPARE(plain(durationWord(Duration(us))), english);
        QLocale::setDefault(QLocale(QLocale::Portuguese, QLocale::Brazil));
        QCOMPARE(plain(durationWord(Duration(us))), portuguese);
    }

    void statesHaveWords()
    {
        QCOMPARE(statusWord("not_run"), QString("Not run"));
        QCOMPARE(statusWord("interrupted"), QString("Interrupted"));
        QCOMPARE(statusWord("a_newer_state"), QString("a_newer_state")); // shown raw, never dropped
        QCOMPARE(statusWord(views::Status::Waiting), QString("Waiting"));
    }

    void environmentsShoutOnlyInProduction()
    {
        QCOMPARE(environmentWord(""), QString("dev"));
        QCOMPARE(environmentWord("staging"), QString("staging"));
        QCOMPARE(environmentWord("production"), QString("PRODUCTION"));
    }

    void anErrorSaysWhereWhatAndHowToMendIt()
    {
        const Error error{
            ErrorCode::FlowUnknownStep, "match", "`needs` names it", {"flows/a.yaml", 12, 5}, {}};
        const QString sentence = errorSentence(error);
        QVERIFY2(sentence.contains("flows/a.yaml:12:5"), qPrintable(sentence));
        QVERIFY(sentence.contains("match"));
        QVERIFY(!errorAdvice(error).isEmpty());
    }

    void titlesFollowTheLanguage()
    {
        const flow::LocalText both{"Update profile", "Atualizar perfil"}, one{"First login", ""};
        QCOMPARE(localText(both), QString("Update profile"));
        QLocale::setDefault(QLocale(QLocale::Portuguese, QLocale::Brazil));
        QCOMPARE(localText(both), QString("Atualizar perfil"));
        QCOMPARE(localText(one), QString("First login"));
    }

    void sizesAndTimes()
    {
        QCOMPARE(sizeWord(214).replace(QChar(0x2009), ' '), QString("214 B"));
        QCOMPARE(sizeWord(1536).replace(QChar(0x2009), ' '), QString("1.5 KiB"));
        const WallTime at{
            std::chrono::duration_cast<WallTime::duration>(std::chrono::milliseconds(1'763'734'867'418))};
        QCOMPARE(clockTimeMs(at, true), QString("14:21:07.418"));
        QCOMPARE(dayAndTime(at, true), QString("21 Nov 14:21:07.418"));
    }
};

QTEST_MAIN(TestWords)
#include "tst_words.moc"
