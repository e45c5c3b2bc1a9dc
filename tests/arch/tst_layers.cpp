// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/arch/names.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace batuta::arch;

namespace {

/// A rule that one file may break, and why. May only shrink: an entry that nothing needs fails the test.
struct Exception
{
    QString file;
    QString rule;
    QString part; ///< of the finding's detail
    QString reason;
};

const std::vector<Exception> &exceptions()
{
    static const std::vector<Exception> list{
        {"engine/client/values.h", "layer", "engine/store/records.h",
         "the record of an execution is one value, for the history and for the border"},
        {"engine/client/questions.h", "layer", "engine/store/figures.h",
         "so are the questions over all of them, and their answers"},
        {"tests/net/tst_http_server_limits.cpp", "token", "qWait(",
         "the wait is the peer's own slowness, dripping a header; the server's act ends the test"},
    };
    return list;
}

bool covers(const Exception &exception, const Finding &finding)
{
    return exception.file == finding.file && exception.rule == finding.rule &&
           finding.detail.contains(exception.part);
}

/// Every source of ours and every CMakeLists.txt, by path from the root.
QStringList sourceFiles(const QDir &root)
{
    QStringList files;
    for (const char *folder : {"engine", "app", "views", "tests"}) {
        QDirIterator walk(root.filePath(folder), {"*.h", "*.cpp", "CMakeLists.txt"}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (walk.hasNext())
            files.push_back(root.relativeFilePath(walk.next()));
    }
    files.sort();
    return files;
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsTheSources();
    void everyFileKeepsTheRules();
    void everyExceptionIsNeeded();
    void everyFileNameIsSnakeCase();

private:
    QStringList m_files;
    std::vector<Finding> m_findings;
};

void TestLayers::initTestCase()
{
    const QDir root(BATUTA_SOURCE_DIR);
    m_files = sourceFiles(root);
    HiddenNames hidden;
    for (const QString &path : m_files) {
        QFile file(root.filePath(path));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
        const QString text = QString::fromUtf8(file.readAll());
        for (const std::vector<Finding> &found : {checkFile(path, text), hidden.add(path, text)})
            m_findings.insert(m_findings.end(), found.begin(), found.end());
    }
}

void TestLayers::findsTheSources()
{
    QVERIFY(m_files.contains("engine/base/error.h"));
    QVERIFY(m_files.contains("tests/arch/tst_layers.cpp"));
}

void TestLayers::everyFileKeepsTheRules()
{
    QStringList broken;
    for (const Finding &finding : m_findings)
        if (std::none_of(exceptions().begin(), exceptions().end(),
                         [&](const Exception &exception) { return covers(exception, finding); }))
            broken.push_back(shown(finding));
    QVERIFY2(broken.isEmpty(), qPrintable("\n" + broken.join('\n')));
}

void TestLayers::everyExceptionIsNeeded()
{
    for (const Exception &exception : exceptions()) {
        const bool needed = std::any_of(m_findings.begin(), m_findings.end(),
                                        [&](const Finding &finding) { return covers(exception, finding); });
        QVERIFY2(needed && !exception.reason.isEmpty(), qPrintable(exception.file));
    }
}

void TestLayers::everyFileNameIsSnakeCase()
{
    static const QRegularExpression snakeCase(R"(^(CMakeLists\.txt|[a-z0-9_]+\.(h|cpp))$)");
    for (const QString &file : m_files)
        QVERIFY2(snakeCase.match(file.section('/', -1)).hasMatch(), qPrintable(file));
}

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"
