// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/logs/logs_house.h"
#include "tests/support/verify.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

namespace {

constexpr int kLines = 600;
constexpr int kErrors = 86; // every seventh
constexpr int kGap = 300;   // every second

} // namespace

/// The page of the logs by keys and clicks, over real files.
class TestLogsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void linesAreShownInTheirColumns();
    void aQueryLeavesItsLines();
    void whatIsWrongIsUnderlinedAndMended();
    void fieldsAndValuesAreCompleted();
    void queriesAreRemembered();
    void aFacetChangesTheQuery();
    void aBrushChoosesASpan();
    void aCellFilters();
    void findGoesThroughAllLines();
    void theNextErrorIsFound();
    void repeatsAreGrouped();
    void longLinesAreWrapped();
    void followingShowsWhatComes();
    void whoScrollsBackIsNotMoved();
    void theDetailHasFieldsAndTheLinesAround();
    void theDetailOpensOnALine();
    void aTornLineIsShown();
    void secretsAreNotCopied();
    void theRunOfALineIsOpened();
    void aFieldDroppedOnTheHeadsIsAColumn();
    void theTimeIsGoneTo();
    void anAddressLeadsToTheSamePicture();
    void aTraceLeadsHere();
    void filesAreDropped();
    void whatIsNotThereIsSaid();
    void linesAreExported();

private:
    void openFile(const QString &query = {});
    void query(const QString &text);
    std::uint64_t count() const { return m_table->lines().count(); }
    void key(int code, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_table, static_cast<Qt::Key>(code), modifiers);
    }
    QString cell(std::uint64_t row, int column) const
    {
        return m_table->lines().row(row).cells.value(column);
    }

    std::unique_ptr<LogsHouse> m_house;
    std::unique_ptr<LogsPage> m_page;
    LogTable *m_table = nullptr;
    QString m_file;
};

void TestLogsPage::initTestCase()
{
    m_house = std::make_unique<LogsHouse>();
}

void TestLogsPage::init()
{
    m_house->state->setValue("logs/columns", {});
    m_file = m_house->write("app.log", 0, kLines);
    m_page = std::make_unique<LogsPage>(m_house->context(), m_house->control);
    m_page->resize(1364, 800);
    m_table = m_page->findChild<LogTable *>();
    openFile();
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_COMPARE(count(), std::uint64_t{kLines});
    m_table->setFocus();
}

void TestLogsPage::cleanup()
{
    m_page.reset();
}

void TestLogsPage::openFile(const QString &query)
{
    m_page->open({"logs", {}, LogsHouse::at(m_file, query)});
}

void TestLogsPage::query(const QString &text)
{
    QTest::keyClick(m_table, Qt::Key_Slash);
    auto *field = m_page->findChild<QueryField *>();
    QCOMPARE(QApplication::focusWidget(), field);
    field->setText(text);
    QTest::keyClick(field, Qt::Key_Return);
}

void TestLogsPage::linesAreShownInTheirColumns()
{
    QStringList titles;
    for (const LogColumn &column : m_table->lines().columns())
        titles << LogLines::columnTitle(column.name);
    QCOMPARE(titles, QStringList({"Time", "Severity", "Service", "Step", "Message"}));
    QCOMPARE(cell(0, 0), QString("12:00:00.000"));
    QCOMPARE(cell(0, 1), QString("ERROR"));
    QCOMPARE(cell(3, 1), QString("WARN"));
    QCOMPARE(cell(1, 2), QString("ml-orchestrator"));
    QCOMPARE(cell(1, 4), QString("attempt 1 came to an end"));
    QVERIFY(m_table->lines().row(1).extra.contains("status=200"));
    QVERIFY(!m_table->lines().row(1).extra.contains("geheim"));
    QCOMPARE(m_table->lines().chips().size(), 1); // the same execution in every line
    QCOMPARE(m_table->lines().chips().first().first, QString("execution_id"));
}

void TestLogsPage::aQueryLeavesItsLines()
{
    query("severity=ERROR and service=gap-analysis");
    QTRY_COMPARE(count(), std::uint64_t{43});
    QCOMPARE(m_page->address().query.queryItemValue("q", QUrl::FullyDecoded),
             QString("severity=ERROR and service=gap-analysis"));
    QVERIFY(m_table->lines().columns()[2].isHidden); // one service: a chip
    query("nothing of the kind");
    QTRY_COMPARE(count(), std::uint64_t{0});
    auto *clear = m_page->findChild<EmptyState *>();
    QVERIFY(clear);
    query("");
    QTRY_COMPARE(count(), std::uint64_t{kLines});
}

void TestLogsPage::whatIsWrongIsUnderlinedAndMended()
{
    query("severity>=WARM");
    auto *notice = m_page->findChild<Notice *>();
    QVERIFY(notice->isVisible());
    QCOMPARE(count(), std::uint64_t{kLines}); // the old picture stays
    QTest::mouseClick(notice->findChild<Button *>(), Qt::LeftButton);
    QVERIFY(!notice->isVisible());
    QCOMPARE(m_page->findChild<QueryField *>()->text(), QString("severity>=WARN"));
    QTRY_COMPARE(count(), std::uint64_t{257});
}

void TestLogsPage::fieldsAndValuesAreCompleted()
{
    auto *field = m_page->findChild<QueryField *>();
    auto *facets = m_page->findChild<LogFacetList *>();
    QTRY_VERIFY(facets->facets().valuesOf("service").size() == 2);
    field->setFocus();
    QTest::keyClicks(field, "serv");
    QVERIFY(field->offers().contains("service"));
    field->choose(static_cast<int>(field->offers().indexOf("service")));
    QCOMPARE(field->text(), QString("service="));
    QVERIFY(field->offers().contains("gap-analysis"));
    field->choose(static_cast<int>(field->offers().indexOf("gap-analysis")));
    QCOMPARE(field->text(), QString("service=gap-analysis "));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(count(), std::uint64_t{kGap});
}

void TestLogsPage::queriesAreRemembered()
{
    query("status=503");
    query("step_4");
    auto *field = m_page->findChild<QueryField *>();
    field->setFocus();
    field->setText("");
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(field->text(), QString("step_4"));
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(field->text(), QString("status=503"));
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(field->text(), QString());
}

void TestLogsPage::aFacetChangesTheQuery()
{
    auto *facets = m_page->findChild<LogFacetList *>();
    LogFacetModel &model = facets->facets();
    const auto rowOf = [&](const QString &text) {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row).data().toString() == text)
                return model.index(row);
        return QModelIndex();
    };
    QTRY_VERIFY(rowOf("gap-analysis").isValid());
    QCOMPARE(rowOf("gap-analysis").data(LogFacetModel::CountRole).toInt(), kGap);
    QCOMPARE(rowOf("ERROR").data(LogFacetModel::CountRole).toInt(), kErrors);
    QTest::mouseClick(facets->viewport(), Qt::LeftButton, {}, facets->visualRect(rowOf("ERROR")).center());
    QCOMPARE(m_page->findChild<QueryField *>()->text(), QString("severity=ERROR"));
    QTRY_COMPARE(count(), std::uint64_t{kErrors});
    facets->setFocus();
    facets->setCurrentIndex(rowOf("WARN"));
    QTest::keyClick(facets, Qt::Key_Space);
    QCOMPARE(m_page->findChild<QueryField *>()->text(), QString("severity=ERROR or severity=WARN"));
    QCOMPARE(rowOf("ERROR").data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
}

void TestLogsPage::aBrushChoosesASpan()
{
    auto *histogram = m_page->findChild<LogHistogram *>();
    const QPoint from(histogram->width() / 4, 40);
    const QPoint to(histogram->width() / 2, 40);
    QTest::mousePress(histogram, Qt::LeftButton, {}, from);
    QTest::mouseMove(histogram, to);
    QTest::mouseRelease(histogram, Qt::LeftButton, {}, to);
    QVERIFY(histogram->span().from != logs::kNoTime);
    QTRY_VERIFY(count() > 100 && count() < 200);
    QVERIFY(m_page->address().query.hasQueryItem("from"));
    histogram->setFocus();
    QTest::keyClick(histogram, Qt::Key_Escape);
    QTRY_COMPARE(count(), std::uint64_t{kLines});
    QTest::keyClick(histogram, Qt::Key_Right);
    QTest::keyClick(histogram, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(histogram, Qt::Key_Return);
    QTRY_VERIFY(count() < 100);
}

void TestLogsPage::aCellFilters()
{
    m_table->setCurrent(1);
    m_table->setCurrentColumn(2);
    key(Qt::Key_F);
    QCOMPARE(m_page->findChild<QueryField *>()->text(), QString("service=ml-orchestrator"));
    QTRY_COMPARE(count(), std::uint64_t{kLines - kGap});
    m_table->setCurrentColumn(1);
    key(Qt::Key_F, Qt::ShiftModifier);
    QVERIFY(m_page->findChild<QueryField *>()->text().contains("severity!="));
}

void TestLogsPage::findGoesThroughAllLines()
{
    key(Qt::Key_F3);
    auto *box = m_page->findChild<FindBox *>();
    QVERIFY(box->isVisible());
    QTest::keyClicks(&box->field(), "503");
    QTRY_COMPARE(m_table->lines().foundCount(), std::uint64_t{kErrors + 1}); // and attempt 503
    QTest::keyClick(&box->field(), Qt::Key_Return);
    QCOMPARE(m_table->current(), std::uint64_t{0});
    QTest::keyClick(&box->field(), Qt::Key_Return);
    QCOMPARE(m_table->current(), std::uint64_t{7});
    QTest::keyClick(m_table, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(m_table->current(), std::uint64_t{0});
    QTest::keyClick(m_table, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(m_table->current(), std::uint64_t{595}); // from the other end
    QTest::keyClick(&box->field(), Qt::Key_Escape);
    QVERIFY(!box->isVisible());
}

void TestLogsPage::theNextErrorIsFound()
{
    m_table->setCurrent(1);
    key(Qt::Key_N);
    QCOMPARE(m_table->current(), std::uint64_t{7});
    key(Qt::Key_N);
    QCOMPARE(m_table->current(), std::uint64_t{14});
    key(Qt::Key_N, Qt::ShiftModifier);
    QCOMPARE(m_table->current(), std::uint64_t{7});
}

void TestLogsPage::repeatsAreGrouped()
{
    key(Qt::Key_G);
    QTRY_COMPARE(count(), std::uint64_t{3}); // attempt N, by severity
    QCOMPARE(m_table->lines().row(0).repeats, std::uint64_t{kErrors});
    key(Qt::Key_G);
    QTRY_COMPARE(count(), std::uint64_t{kLines});
}

void TestLogsPage::longLinesAreWrapped()
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::Append));
    file.write("2026-11-21 12:30:00 INFO " + QByteArray(1500, 'w') + '\n');
    file.close();
    QTRY_COMPARE(count(), std::uint64_t{kLines + 1});
    m_table->setCurrent(kLines);
    const int height = m_table->rowRect(kLines).height();
    key(Qt::Key_W);
    m_table->scrollTo(kLines);
    QVERIFY(m_table->isWrapping());
    m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum());
    m_page->grab();
    QVERIFY(height > 0);
    std::uint64_t tallest = 0;
    for (std::uint64_t row = m_table->topRow(); row < count(); ++row)
        tallest = qMax(tallest, static_cast<std::uint64_t>(m_table->rowRect(row).height()));
    QVERIFY(tallest >= static_cast<std::uint64_t>(height));
    key(Qt::Key_W);
}

void TestLogsPage::followingShowsWhatComes()
{
    key(Qt::Key_End);
    QVERIFY(m_table->isFollowing());
    for (int i = 0; i < 5; ++i) {
        m_house->write("app.log", kLines + 10 * i, kLines + 10 * i + 10, true);
        QTRY_COMPARE(count(), static_cast<std::uint64_t>(kLines + 10 * i + 10));
        QCOMPARE(m_table->verticalScrollBar()->value(), m_table->verticalScrollBar()->maximum());
    }
}

void TestLogsPage::whoScrollsBackIsNotMoved()
{
    key(Qt::Key_End);
    m_table->setCurrent(300);
    m_table->verticalScrollBar()->setValue(290);
    QVERIFY(!m_table->isFollowing());
    const QRect before = m_table->rowRect(300);
    m_house->write("app.log", kLines, kLines + 50, true);
    QTRY_COMPARE(count(), std::uint64_t{kLines + 50}); // nothing is dropped
    QCOMPARE(m_table->rowRect(300), before);
    QCOMPARE(m_table->current(), std::uint64_t{300});
    query("severity>=WARN"); // the line stays current, and where it was
    QTRY_COMPARE(count(), std::uint64_t{279});
    QCOMPARE(cell(m_table->current(), 4), QString("attempt 300 came to an end"));
}

void TestLogsPage::theDetailHasFieldsAndTheLinesAround()
{
    m_table->setCurrent(50);
    key(Qt::Key_Return);
    auto *tree = m_page->findChild<FieldTree *>();
    QVERIFY(tree->isVisible());
    QStringList names;
    for (int i = 0; i < tree->topLevelItemCount(); ++i)
        names << tree->topLevelItem(i)->text(0) + '=' + tree->topLevelItem(i)->text(1);
    QVERIFY(names.contains("status=200"));
    QVERIFY(names.last().contains("masked"));
    QVERIFY(!names.join(' ').contains("geheim"));
    auto *around = m_page->findChild<LogDetail *>()->findChild<QListWidget *>();
    QCOMPARE(around->count(), 21);
    QVERIFY(around->currentItem()->text().contains("attempt 50 "));
    tree->setFocus();
    for (int i = 0; i < tree->topLevelItemCount(); ++i)
        if (tree->topLevelItem(i)->text(0) == "status")
            tree->setCurrentItem(tree->topLevelItem(i));
    QTest::keyClick(tree, Qt::Key_F, Qt::ShiftModifier);
    QCOMPARE(m_page->findChild<QueryField *>()->text(), QString("status!=200"));
    QTRY_COMPARE(count(), std::uint64_t{kErrors});
}

void TestLogsPage::theDetailOpensOnALine()
{
    QVERIFY(!m_table->hasCurrent());
    key(Qt::Key_I, Qt::ControlModifier);
    QVERIFY(m_page->findChild<LogDetail *>()->isVisible());
    QVERIFY(m_table->hasCurrent());
    QCOMPARE(m_table->current(), m_table->topRow());
}

void TestLogsPage::aTornLineIsShown()
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::Append));
    file.write(R"({"severity":"ERROR","timestamp":"2026-11-21T12:20:00Z","message":"half a li)");
    file.close();
    QTRY_COMPARE(count(), std::uint64_t{kLines + 1});
    QCOMPARE(cell(kLines, 1), QString("ERROR"));
    m_table->setCurrent(kLines);
    key(Qt::Key_Return);
    auto *tree = m_page->findChild<FieldTree *>();
    QCOMPARE(tree->topLevelItem(0)->text(0), QString("severity"));
}

void TestLogsPage::secretsAreNotCopied()
{
    m_table->setCurrent(10);
    m_table->setCurrent(12, true);
    QCOMPARE(m_table->selectedCount(), std::uint64_t{3});
    key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split('\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(QJsonDocument::fromJson(lines[1].toUtf8()).object()["message"].toString(),
             QString("attempt 11 came to an end"));
    QVERIFY(!lines.join(' ').contains("geheim"));
    key(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith("12:00:10.000\t"));
    QVERIFY(!QGuiApplication::clipboard()->text().contains("geheim"));
    key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_table->selectedCount(), std::uint64_t{kLines});
}

void TestLogsPage::theRunOfALineIsOpened()
{
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    m_table->setCurrent(9);
    key(Qt::Key_O);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<Address>().text(),
             QString("batuta://run/9b1f6e0c-4d27-4a8e-8123-0123456789ab?step=step_4"));
}

void TestLogsPage::aFieldDroppedOnTheHeadsIsAColumn()
{
    QMimeData field;
    field.setData(LogHeader::kFieldMime, "status");
    LogHeader &header = m_table->header();
    const QPoint at = header.columnRect(4).topLeft() + QPoint(2, 4);
    QDragEnterEvent enter(at, Qt::CopyAction, &field, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&header, &enter);
    QDragMoveEvent move(at, Qt::CopyAction, &field, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&header, &move);
    QDropEvent drop(at, Qt::CopyAction, &field, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&header, &drop);
    QCOMPARE(m_table->lines().columns()[4].name, QString("status"));
    QCOMPARE(cell(7, 4), QString("503"));
    QCOMPARE(m_house->state->value("logs/columns").toArray().size(), 6);
    m_table->lines().removeColumn("status");
    QVERIFY(!m_table->lines().hasColumn("status"));
}

void TestLogsPage::theTimeIsGoneTo()
{
    key(Qt::Key_G, Qt::ControlModifier);
    auto *field = QApplication::focusWidget();
    QVERIFY(qobject_cast<QLineEdit *>(field));
    QTest::keyClicks(field, "noon");
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!m_table->hasCurrent());
    qobject_cast<QLineEdit *>(field)->setText("12:05");
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(cell(m_table->current(), 0), QString("12:05:00.000"));
}

void TestLogsPage::anAddressLeadsToTheSamePicture()
{
    query("message~\"attempt 1\\d \" and not severity=ERROR");
    QTRY_VERIFY(count() < 20 && count() > 0);
    const std::uint64_t before = count();
    const auto address = Address::parse(m_page->address().text());
    QVERIFY(address);
    query("");
    QTRY_COMPARE(count(), std::uint64_t{kLines});
    m_page->open(*address);
    QTRY_COMPARE(count(), before);
    QCOMPARE(m_page->address().text(), address->text());
}

void TestLogsPage::aTraceLeadsHere()
{
    QUrlQuery items = LogsHouse::at(m_file);
    items.addQueryItem("execution_id", "9b1f6e0c-4d27-4a8e-8123-0123456789ab");
    items.addQueryItem("step", "step_3");
    m_page->open({"logs", {}, items});
    QTRY_COMPARE(count(), std::uint64_t{kLines / 5});
    QCOMPARE(m_page->findChild<QueryField *>()->text(),
             QString("execution_id=9b1f6e0c-4d27-4a8e-8123-0123456789ab and step_name=step_3"));
}

void TestLogsPage::filesAreDropped()
{
    const QString other = m_house->write("other.log", 0, 25);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(m_file), QUrl::fromLocalFile(other)});
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &files, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_page.get(), &enter);
    QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &files, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_page.get(), &drop);
    QTRY_COMPARE(count(), std::uint64_t{kLines + 25});
    for (std::uint64_t row = 1; row < count(); ++row)
        QVERIFY(m_table->lines().time(row - 1) <= m_table->lines().time(row));
}

void TestLogsPage::whatIsNotThereIsSaid()
{
    m_page->open({"logs", {}, LogsHouse::at(m_house->folder.filePath("gone.log"))});
    const auto isSaid = [&](const QString &part) {
        for (const Label *label : m_page->findChildren<Label *>())
            if (label->isVisible() && label->text().contains(part))
                return true;
        return false;
    };
    QTRY_VERIFY(isSaid("The log cannot be read."));
    QTest::mouseClick(m_page.get(), Qt::LeftButton);
    m_page->open({"logs", {}, QUrlQuery("q=x")});
    QTRY_VERIFY(isSaid("This engine has not written a line yet."));
    QVERIFY(QDir().mkpath(m_house->folder.filePath(".batuta/logs")));
    m_house->write(".batuta/logs/batuta.log", 0, 12);
    m_page->refresh();
    m_page->open({"logs", {}, QUrlQuery("q=attempt")});
    QTRY_COMPARE(count(), std::uint64_t{12});
}

void TestLogsPage::linesAreExported()
{
    LogDesk desk;
    QSignalSpy exported(&desk, &LogDesk::exported);
    const QString target = m_house->folder.filePath("out.jsonl");
    desk.exportTo(target, m_table->lines().picture().rows);
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(exported.first()[1].toString(), QString());
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count('\n'), kLines);
    QVERIFY(!text.contains("geheim"));
}

QTEST_MAIN(TestLogsPage)
#include "tst_logs_page.moc"
