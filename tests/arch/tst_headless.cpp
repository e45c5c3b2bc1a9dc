// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

/// The headless programs carry no Qt: neither by name nor through another library.
class TestHeadless : public QObject
{
    Q_OBJECT

private slots:
    void programsLinkNoQt_data();
    void programsLinkNoQt();
    void theCheckSeesQtWhereItIs();
};

namespace {

QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput()
                                                                : QByteArray();
}

bool namesQt(const QByteArray &libraries)
{
    static const QRegularExpression qt(R"(\blibQt\d)");
    return qt.match(QString::fromUtf8(libraries)).hasMatch();
}

} // namespace

void TestHeadless::programsLinkNoQt_data()
{
    QTest::addColumn<QString>("program");
    for (const char *name : {"batuta", "batuta-sandbox"})
        QTest::newRow(name) << QString(BATUTA_BIN_DIR "/") + name;
}

void TestHeadless::programsLinkNoQt()
{
    QFETCH(QString, program);
    QVERIFY(QFileInfo(program).isExecutable());
    const QByteArray reached = output("ldd", {program});
    const QByteArray needed = output("readelf", {"-d", program});
    QVERIFY2(reached.contains("libc.so"), reached.constData());
    QVERIFY2(needed.contains("NEEDED"), needed.constData());
    QVERIFY2(!namesQt(reached), reached.constData());
    QVERIFY2(!namesQt(needed), needed.constData());
}

void TestHeadless::theCheckSeesQtWhereItIs()
{
    QVERIFY(namesQt(output("ldd", {QCoreApplication::applicationFilePath()})));
}

QTEST_GUILESS_MAIN(TestHeadless)
#include "tst_headless.moc"
