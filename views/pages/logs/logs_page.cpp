// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/logs_page.h"

#include "views/models/cloud_places.h"
#include "views/pages/logs/chip_row.h"
#include "views/pages/logs/cloud_spool.h"
#include "views/pages/logs/cloud_strip.h"
#include "views/pages/logs/log_accessible.h"
#include "views/pages/logs/log_facets.h"
#include "views/pages/logs/log_header.h"
#include "views/pages/logs/log_histogram.h"
#include "views/pages/logs/log_spool.h"
#include "views/pages/logs/log_table.h"
#include "views/pages/logs/query_field.h"
#include "views/pages/logs/query_line.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/overlay.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonArray>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QSplitter>
#include <QUrl>

namespace batuta::views {
namespace {

constexpr int kSoon = 100;        // ms between two looks at files that grow
constexpr int kLookAgain = 2000;  // ms between two when the system tells nothing
constexpr int kFacetsWidth = 190; // at text scale 1
constexpr int kDetailWidth = 340;
constexpr int kNarrow = 1100; // below it the facets fold away
const QString kColumnsKey = QStringLiteral("logs/columns");
const QString kPanesKey = QStringLiteral("logs/panes");

} // namespace

LogsPage::LogsPage(Context context, EngineControl &control, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_control(control)
    , m_places(new CloudPlaces(context.engine, this))
    , m_desk(new LogDesk(this))
    , m_lines(new LogLines(context.preferences, this))
    , m_table(new LogTable(*m_lines, this))
    , m_pane(new StatePane(m_table, this))
    , m_detail(new LogDetail(*m_lines, this))
    , m_facets(new LogFacetList(this))
    , m_histogram(new LogHistogram(context.preferences, this))
    , m_line(new QueryLine(this))
    , m_trouble(new Notice(Notice::Kind::Error, this))
    , m_problem(new Notice(Notice::Kind::Warning, this))
    , m_strip(new CloudStrip(this))
    , m_split(new QSplitter(Qt::Horizontal, this))
{
    setAcceptDrops(true);
    installLogAccessibility();
    addCommands();
    m_fix = m_trouble->addButton(QString(), "wand");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_trouble);
    column->addWidget(m_problem);
    column->addWidget(m_strip);
    column->addWidget(m_histogram);
    m_split->addWidget(m_facets);
    m_split->addWidget(makeMiddle());
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(1, 1);
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    column->addWidget(m_split, 1);
    m_trouble->hide();
    m_problem->hide();
    m_detail->hide();
    setFocusProxy(m_table);
    for (QWidget *pane : {static_cast<QWidget *>(m_line), static_cast<QWidget *>(m_histogram),
                          static_cast<QWidget *>(m_facets), static_cast<QWidget *>(m_table),
                          static_cast<QWidget *>(m_detail)})
        pane->setProperty("pane", true);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    m_again.setInterval(kLookAgain);
    connect(&m_soon, &QTimer::timeout, this, &LogsPage::look);
    connect(&m_again, &QTimer::timeout, m_desk, &LogDesk::look);
    m_lines->setColumnState(m_context.state.value(kColumnsKey).toArray());
    connectLines();
    connectDetail();
    connectCloud();
    retranslate();
}

LogsPage::~LogsPage() = default;

QWidget *LogsPage::makeHeader()
{
    auto *bar = new Bar(Bar::Kind::ViewHeader, this);
    m_title = new Label(TextStyle::Title, Ink::Primary, bar);
    m_sourceButton = new Button(QString(), "file", Button::Variant::Normal, bar);
    m_range = new Button(QString(), "clock", Button::Variant::Normal, bar);
    m_more = new Button(QString(), "more", Button::Variant::Normal, bar);
    m_sourceButton->setHasMenu(true);
    m_range->setHasMenu(true);
    m_more->setIconOnly(true);
    auto *follow = new Button(m_context.commands.action("logs.follow"), Button::Variant::Normal, bar);
    follow->setKeyHint("End");
    bar->row()->addWidget(m_title);
    bar->row()->addWidget(m_sourceButton);
    bar->row()->addWidget(m_line, 1);
    for (Button *button : {m_range, follow, m_more})
        bar->row()->addWidget(button);
    connect(m_sourceButton, &QAbstractButton::clicked, this, &LogsPage::showSourceMenu);
    connect(m_range, &QAbstractButton::clicked, this, &LogsPage::showRangeMenu);
    connect(m_more, &QAbstractButton::clicked, this, &LogsPage::showMoreMenu);
    return bar;
}

QWidget *LogsPage::makeMiddle()
{
    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_chips = new ChipRow(middle);
    auto *foot = new Bar(Bar::Kind::Footer, middle);
    m_place = new Label(TextStyle::Small, Ink::Secondary, foot);
    foot->row()->addWidget(m_place);
    foot->row()->addStretch(1);
    for (const char *key : {"F3", "F", "W"}) {
        m_hints.append(new Label(TextStyle::Caption, Ink::Secondary, foot));
        foot->row()->addWidget(new KeyHint(key, foot));
        foot->row()->addWidget(m_hints.last());
        foot->row()->addSpacing(4);
    }
    column->addWidget(m_chips);
    column->addWidget(m_pane, 1);
    column->addWidget(foot);
    return middle;
}

void LogsPage::connectLines()
{
    connect(m_desk, &LogDesk::pictureCame, this, &LogsPage::showPicture);
    connect(m_desk, &LogDesk::facetsCame, this, [this](quint64 wish, const LogFacets &facets) {
        if (wish >= m_rowsWish)
            m_facets->facets().setFacets(facets);
    });
    connect(m_desk, &LogDesk::progressed, this, [this](quint64 bytes, quint64 total) {
        m_done = bytes;
        m_total = total;
        showOutcome();
    });
    connect(m_desk, &LogDesk::exported, this, [this](quint64 lines, const QString &problem) {
        emit told(problem.isEmpty() ? tr("%Ln line(s) written.", nullptr,
                                         static_cast<int>(qMin<quint64>(lines, 2'000'000'000)))
                                    : tr("The lines could not be written: %1").arg(problem));
    });
    connect(m_lines, &LogLines::columnsChanged, this, [this] {
        m_chips->setChips(m_lines->chips());
        m_context.state.setValue(kColumnsKey, m_lines->columnState());
    });
    connect(m_table, &LogTable::currentChanged, this, &LogsPage::showCurrent);
    connect(m_table, &LogTable::activated, this, [this] { showDetail(true); });
    connect(m_table, &LogTable::queryWanted, &m_line->field(), qOverload<>(&QWidget::setFocus));
    connect(m_table, &LogTable::menuRequested, this, &LogsPage::showCellMenu);
    connect(m_table, &LogTable::followingChanged, this, [this] { m_context.commands.update(); });
    connect(&m_table->header(), &LogHeader::menuRequested, this, &LogsPage::showColumnMenu);
    connect(m_facets, &LogFacetList::chosen, this, &LogsPage::takeQuery);
    connect(m_histogram, &LogHistogram::spanChosen, this, &LogsPage::setSpan);
    connect(m_fix, &QAbstractButton::clicked, this, [this] { useQuery(QString::fromStdString(m_fixed)); });
    QueryField &field = m_line->field();
    connect(&field, &QueryField::entered, this, [this] { useQuery(m_line->field().text()); });
    connect(&field, &QueryField::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(&field, &QueryField::edited, this, [this] { showProblem(std::nullopt); });
    FindBox &find = m_line->find();
    connect(&find, &FindBox::changed, this, [this](const QString &text) {
        m_lines->setFind(text);
        m_wish.find = text.toStdString();
        setWish();
    });
    connect(&find, &FindBox::next, this, &LogsPage::find);
    connect(&find, &FindBox::closed, this, [this] {
        m_line->find().field().clear();
        m_line->showFind(false);
        m_table->setFocus();
    });
}

void LogsPage::connectDetail()
{
    connect(m_detail, &LogDetail::acted, this,
            [this](FieldDelegate::Act act, const QString &field, const QString &value) {
                if (act != FieldDelegate::Act::Copy)
                    return addPart(field, value, act == FieldDelegate::Act::Out);
                QGuiApplication::clipboard()->setText(value);
                emit told(tr("Copied"));
            });
    connect(m_detail, &LogDetail::columnWanted, m_lines,
            [this](const QString &field) { m_lines->addColumn(field); });
    connect(m_detail, &LogDetail::runWanted, this, &LogsPage::openRun);
    connect(m_detail, &LogDetail::aroundWanted, this, &LogsPage::showAround);
    connect(m_detail, &LogDetail::copyWanted, this, [this] { copy(true); });
    connect(m_detail, &LogDetail::closed, this, [this] { showDetail(false); });
    connect(m_detail, &LogDetail::groupWanted, m_context.commands.action("logs.group"), &QAction::trigger);
    connect(m_detail, &LogDetail::stepped, this, [this](int by) {
        const std::uint64_t row = m_table->current();
        m_table->setCurrent(by < 0 ? row - qMin<std::uint64_t>(row, 1) : row + 1);
    });
    connect(m_split, &QSplitter::splitterMoved, this, [this] {
        const QList<int> sizes = m_split->sizes();
        m_context.state.setValue(kPanesKey, QJsonArray{sizes.value(0), sizes.value(2)});
    });
}

void LogsPage::retranslate()
{
    m_title->setText(tr("Logs"));
    m_more->setText(tr("More"));
    m_fix->setText(tr("Mend it"));
    const QStringList hints{tr("next match"), tr("filter by cell"), tr("wrap")};
    for (int i = 0; i < m_hints.size(); ++i)
        m_hints[i]->setText(hints[i]);
    m_table->setAccessibleName(tr("Log lines"));
    m_line->field().setAccessibleName(tr("Query"));
    m_histogram->setAccessibleName(tr("Lines over time"));
    m_sourceButton->setText(sourceName());
    setSpan(m_wish.span);
    m_clear->setText(tr("Clear the query"));
    m_openFile->setText(tr("Open a log file"));
    m_lines->retranslate();
    showOutcome();
    showCurrent();
}

void LogsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

QString LogsPage::title() const
{
    return tr("Logs");
}

Address LogsPage::address() const
{
    QUrlQuery query;
    for (const QString &path : m_paths)
        query.addQueryItem("source", QString::fromUtf8(QUrl::toPercentEncoding(path)));
    if (isCloud()) {
        query.addQueryItem("cloud", QString::fromUtf8(QUrl::toPercentEncoding(m_cloudPlace.environment)));
        query.addQueryItem("service", QString::fromUtf8(QUrl::toPercentEncoding(m_cloudPlace.service)));
    }
    if (!m_wish.query.isAll())
        query.addQueryItem("q", QString::fromUtf8(QUrl::toPercentEncoding(m_written)));
    const auto add = [&](const char *name, logs::LineTime time) {
        if (time != logs::kNoTime)
            query.addQueryItem(name,
                               QString::fromStdString(isoTime(WallTime(std::chrono::microseconds(time)))));
    };
    add("from", m_wish.span.from);
    add("to", m_wish.span.to);
    return {"logs", {}, query};
}

void LogsPage::open(const Address &address)
{
    QStringList paths;
    for (const QString &path : address.query.allQueryItemValues("source", QUrl::FullyDecoded))
        paths << path;
    const CloudPlaceName cloud{address.query.queryItemValue("cloud", QUrl::FullyDecoded),
                               address.query.queryItemValue("service", QUrl::FullyDecoded)};
    const bool isNew =
        !m_hasSource || (!address.query.isEmpty() && (paths != m_paths || !(cloud == m_cloudPlace)));
    logs::LogQuery query;
    const QString written = address.query.queryItemValue("q", QUrl::FullyDecoded);
    if (const auto read = logs::LogQuery::read(written.toStdString()))
        query = *read;
    for (const auto &[item, field] :
         {std::pair{"execution_id", "execution_id"}, std::pair{"step", "step_name"}})
        if (const std::string value = address.query.queryItemValue(item, QUrl::FullyDecoded).toStdString();
            !value.empty())
            query = query.with({logs::QueryNode::Kind::Compare, {}, field, logs::QueryOp::Equal, value});
    if (!address.query.isEmpty() || !m_hasSource) {
        const auto time = [&](const char *name) {
            return logs::timeOfValue(address.query.queryItemValue(name, QUrl::FullyDecoded).toStdString());
        };
        m_wish.span = {time("from"), time("to")};
        m_wanted = time("at");
        m_wish.query = query;
        const bool isAsWritten =
            logs::LogQuery::read(written.toStdString()).value_or(logs::LogQuery()) == query;
        m_written = isAsWritten ? written : QString::fromStdString(query.text());
        m_line->field().setText(m_written);
        m_facets->setQuery(query);
        if (isNew) // what is wished for is wished of it
            m_cloudPlace = {};
        setSpan(m_wish.span);
        setWish();
        if (!written.isEmpty() && query.isAll())
            useQuery(written); // says what is wrong with it
    }
    if (isNew)
        setSource(paths, cloud);
}

void LogsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    watch();
}

void LogsPage::hideEvent(QHideEvent *event)
{
    watch();
    Page::hideEvent(event);
}

void LogsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_facets->setVisible(width() >= kNarrow);
    const QJsonArray kept = m_context.state.value(kPanesKey).toArray();
    const Theme &theme = themeOf(this);
    const int left = kept.size() == 2 && kept[0].toInt() > 0 ? kept[0].toInt() : theme.scaled(kFacetsWidth);
    const int right = kept.size() == 2 && kept[1].toInt() > 0 ? kept[1].toInt() : theme.scaled(kDetailWidth);
    m_split->setSizes({left, qMax(300, width() - left - (m_detail->isVisible() ? right : 0)), right});
    m_wish.buckets = qBound(20, width() / 10, 200);
}

void LogsPage::refresh()
{
    m_desk->look();
    m_places->refresh();
}

void LogsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void LogsPage::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (!paths.isEmpty())
        setSource(paths);
    event->acceptProposedAction();
}

} // namespace batuta::views
