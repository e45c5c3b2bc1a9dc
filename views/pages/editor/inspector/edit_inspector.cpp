// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/edit_inspector.h"

#include "views/graph/scene_items.h"
#include "views/models/engine_link.h"
#include "views/models/text.h"
#include "views/pages/editor/inspector/field_grid.h"
#include "views/pages/editor/inspector/focus_order.h"
#include "views/pages/editor/inspector/form_parts.h"
#include "views/pages/editor/inspector/line_boxes.h"
#include "views/pages/editor/inspector/recorded_run.h"
#include "views/pages/editor/inspector/run_list.h"
#include "views/pages/editor/inspector/section_box.h"
#include "views/theme/theme.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>

#include <algorithm>

namespace batuta::views {
namespace {

/// Wide as its viewport, so that nothing scrolls sideways.
QScrollArea *makeScroll(QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

} // namespace

struct EditInspector::Private
{
    Private(FlowDocument &flowDocument, EngineLink &engine, EditInspector &owner)
        : document(flowDocument)
        , run(engine)
        , scope(flowDocument, run)
        , icon(new QLabel(&owner))
        , title(new Label(TextStyle::Strong, Ink::Primary, &owner))
        , id(new Label(TextStyle::MonoSmall, Ink::Tertiary, &owner))
        , notice(new Label(TextStyle::Small, Ink::Secondary, &owner))
        , problem(new Label(TextStyle::Small, Ink::Primary, &owner))
        , tabs(new QTabBar(&owner))
        , pages(new QStackedWidget(&owner))
        , form(makeScroll(&owner))
        , runs(new RunList(run, &owner))
        , later(new QTimer(&owner))
    {
    }

    /// The paths of what is selected; nothing when some of it is not in the text.
    std::optional<std::vector<edit::FieldPath>> selectedBases() const;

    FlowDocument &document;
    RecordedRun run;
    FieldScope scope;
    QString readOnly;
    QString iconName;
    QLabel *icon;
    Label *title;
    Label *id;
    Label *notice;
    Label *problem; ///< of the step itself, that no field shows
    QTabBar *tabs;
    QStackedWidget *pages;
    QScrollArea *form;
    RunList *runs;
    QTimer *later;
    bool isBehind = false; ///< the text is large, and is being read
    std::string shape;     ///< which form is made
    qreal scale = 0;       ///< of the texts when it was made
    std::vector<SectionBox *> sections;
    std::map<QString, bool> folded; ///< by title: as a person left it
};

std::optional<std::vector<edit::FieldPath>> EditInspector::Private::selectedBases() const
{
    const edit::FlowText *now = document.flowText();
    if (!now)
        return std::nullopt;
    std::vector<edit::FieldPath> bases;
    for (const std::string &step : document.selection()) {
        bases.push_back(now->stepPath(step));
        if (bases.back().empty())
            return std::nullopt;
    }
    if (bases.empty())
        bases.emplace_back();
    return bases;
}

EditInspector::EditInspector(FlowDocument &document, EngineLink &engine, QWidget *parent)
    : Surface(Level::Panel, parent)
    , m_private(std::make_unique<Private>(document, engine, *this))
{
    Private &p = *m_private;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    p.tabs->setDrawBase(false);
    p.tabs->setExpanding(false);
    p.tabs->addTab(QString());
    p.tabs->addTab(QString());
    auto *bar = new Bar(Bar::Kind::PanelTitle, this);
    bar->row()->setContentsMargins(2, 0, 2, 0);
    bar->row()->addWidget(p.tabs, 1);
    column->addWidget(bar);
    for (Label *strip : {p.notice, p.problem}) {
        strip->setWordWrap(true);
        strip->setContentsMargins(14, 6, 14, 6);
        strip->hide();
        column->addWidget(strip);
    }
    p.problem->setStatus(Status::Failed);
    auto *runs = makeScroll(this);
    runs->setWidget(p.runs);
    p.pages->addWidget(p.form);
    p.pages->addWidget(runs);
    column->addWidget(p.pages, 1);
    p.later->setSingleShot(true);
    p.run.setFlow(document.flowText()
                      ? document.flowText()->valueAt({"name"}).value_or(json::Value()).asString()
                      : std::string());
    connect(p.tabs, &QTabBar::currentChanged, p.pages, &QStackedWidget::setCurrentIndex);
    connect(p.runs, &RunList::openRequested, this, &EditInspector::openRunRequested);
    connect(&p.scope, &FieldScope::openKeyRequested, this, &EditInspector::openKeyRequested);
    connect(&p.scope, &FieldScope::openFlowRequested, this, &EditInspector::openFlowRequested);
    connect(&p.scope, &FieldScope::refused, this,
            [this](const Error &why) { emit told(errorSentence(why)); });
    connect(&document, &FlowDocument::textChanged, this, [this] {
        m_private->isBehind = !m_private->document.isReadAtOnce();
        if (!m_private->isBehind)
            follow();
    });
    connect(&document, &FlowDocument::selectionChanged, this, &EditInspector::follow);
    connect(&document, &FlowDocument::flowChanged, this, [this] {
        if (std::exchange(m_private->isBehind, false))
            follow();
        else
            showNotice();
    });
    connect(&document, &FlowDocument::problemsChanged, this, &EditInspector::showProblem);
    connect(p.later, &QTimer::timeout, this, &EditInspector::follow);
    connect(&themeOf(this), &Theme::changed, this, [this] {
        if (m_private->scale != themeOf(this).textScale())
            m_private->shape.clear(); // what fits beside what is another
        follow();
    });
    retranslate();
}

EditInspector::~EditInspector() = default;

QWidget *EditInspector::makeHeader()
{
    Private &p = *m_private;
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(14, 7, 14, 7);
    row->setSpacing(10);
    auto *names = new QVBoxLayout;
    names->setSpacing(1);
    p.title->setElide(Qt::ElideRight);
    p.id->setElide(Qt::ElideMiddle);
    names->addWidget(p.title);
    names->addWidget(p.id);
    row->addWidget(p.icon);
    row->addLayout(names, 1);
    return header;
}

/// Another text or selection: the fields follow, and the form when it is another one.
void EditInspector::follow()
{
    Private &p = *m_private;
    showNotice();
    std::optional<std::vector<edit::FieldPath>> bases = p.selectedBases();
    if (!bases) {
        if (p.document.flowText() && sender() != p.later)
            return p.later->start(); // a rename selects the new name in a moment
        if (!p.document.flowText() && !p.shape.empty())
            return p.scope.setBases(p.scope.bases()); // cannot be changed now
        bases.emplace(1);
        if (!p.document.flowText()) { // and nothing was read yet that fields could show
            p.scope.setBases(*bases);
            return showHeader({});
        }
    }
    const bool isFlow = bases->front().empty();
    if (const edit::FlowText *now = p.document.flowText())
        p.run.setFlow(now->valueAt({"name"}).value_or(json::Value()).asString());
    p.scope.setBases(*bases);
    const FlowSchema &schema = FlowSchema::shipped();
    const std::string kind = isFlow ? std::string() : kindOf(p.scope, {});
    std::string shape = isFlow ? "flow" : (bases->size() > 1 ? "steps " : "step ") + kind;
    for (const edit::FieldPath &path : otherKeys(p.scope, isFlow ? schema.flow() : schema.step()))
        for (const std::string &part : path)
            shape += ' ' + part;
    p.run.setItemName(p.scope.value({"foreach", "as"}).value_or(json::Value()).asString());
    p.runs->setStep(isFlow ? std::string() : bases->front().back());
    if (shape != p.shape) {
        p.shape = shape;
        rebuild(kind);
    }
    showHeader(kind);
    showProblem();
}

void EditInspector::rebuild(const std::string &kind)
{
    Private &p = *m_private;
    const edit::FieldPath focused = focusedField();
    const int scrolled = p.form->verticalScrollBar()->value();
    p.scale = themeOf(this).textScale();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 14);
    column->setSpacing(0);
    p.sections =
        p.scope.isFlow() ? makeFlowSections(p.scope, content) : makeStepSections(p.scope, kind, content);
    for (SectionBox *section : p.sections) {
        column->addWidget(section);
        const auto known = p.folded.find(section->title());
        if (known != p.folded.end())
            section->setOpen(known->second);
        connect(section, &SectionBox::opened, this,
                [this, title = section->title()](bool open) { m_private->folded[title] = open; });
    }
    column->addStretch(1);
    p.form->takeWidget(); // the old one may be in the middle of telling what has changed
    if (m_form)
        m_form->deleteLater();
    m_form = content;
    p.form->setWidget(content);
    p.form->verticalScrollBar()->setValue(scrolled);
    if (!focused.empty())
        focusField(focused);
}

void EditInspector::showHeader(const std::string &kind)
{
    Private &p = *m_private;
    const Theme &theme = themeOf(this);
    const std::size_t count = p.scope.bases().size();
    const auto named = [&](const edit::FieldPath &field) {
        const json::Value value = p.scope.value(field).value_or(json::Value());
        const bool isPortuguese = QLocale().language() == QLocale::Portuguese;
        const std::string local = isPortuguese ? value["pt_BR"].asString() : std::string();
        return textOf(!local.empty() ? local : value.isString() ? value.asString() : value["en"].asString());
    };
    p.tabs->setTabText(0, p.scope.isFlow() ? tr("Flow") : count > 1 ? tr("Steps") : tr("Step"));
    p.iconName = p.scope.isFlow() ? QStringLiteral("flows") : kindIcon(kind);
    const QString own = count > 1 ? tr("%n step(s)", nullptr, static_cast<int>(count))
                        : p.scope.isFlow()
                            ? textOf(p.scope.value({"name"}).value_or(json::Value()).asString())
                            : textOf(p.scope.bases().front().back());
    const QString title = count > 1 ? own : named({"title"});
    const QString file = QFileInfo(textOf(p.document.file())).completeBaseName();
    p.title->setText(!title.isEmpty() ? title : !own.isEmpty() ? own : file);
    QStringList ids;
    for (const edit::FieldPath &base : p.scope.bases())
        ids << (base.empty() ? own : textOf(base.back()));
    p.id->setText(ids.join(", "));
    p.icon->setPixmap(
        theme.pixmap(p.iconName, theme.scaled(16), theme.colors().textSecondary, devicePixelRatioF()));
    setAccessibleName(p.scope.isFlow() ? tr("Inspector of the flow %1").arg(p.title->text())
                                       : tr("Inspector of the step %1").arg(p.title->text()));
}

void EditInspector::showNotice()
{
    Private &p = *m_private;
    const int line = p.document.brokenLine();
    p.notice->setText(!p.readOnly.isEmpty() ? p.readOnly
                      : !p.document.flowText()
                          ? (line > 0 ? tr("Fields follow line %1 once it can be read.").arg(line)
                                      : tr("Fields follow once the text can be read."))
                          : QString());
    p.notice->setVisible(!p.notice->text().isEmpty());
}

/// What no field shows: of the step itself.
void EditInspector::showProblem()
{
    Private &p = *m_private;
    QString shown;
    for (const edit::Problem *problem : p.scope.problemsAt({})) {
        bool isClaimed = p.scope.isFlow() && !problem->step.empty();
        for (const SectionBox *section : p.sections)
            isClaimed = isClaimed || section->claims(*problem);
        if (!isClaimed && problem->severity == edit::Severity::Error)
            shown = p.scope.wordsOf(*problem);
    }
    p.problem->setText(shown);
    p.problem->setVisible(!shown.isEmpty());
}

void EditInspector::setSurroundings(const edit::Surroundings &surroundings)
{
    m_private->scope.setSurroundings(surroundings);
}

void EditInspector::setProblemWords(std::function<QString(const edit::Problem &problem)> words)
{
    m_private->scope.setWords(std::move(words));
    showProblem();
}

void EditInspector::setReadOnly(const QString &why)
{
    m_private->readOnly = why;
    m_private->scope.setReadOnly(!why.isEmpty());
    showNotice();
}

FieldBox *EditInspector::fieldAt(const edit::FieldPath &path)
{
    Private &p = *m_private;
    const edit::FieldPath base = p.scope.bases().empty() ? edit::FieldPath() : p.scope.bases().front();
    if (path.size() <= base.size() || !std::equal(base.begin(), base.end(), path.begin()))
        return nullptr;
    const edit::FieldPath own(path.begin() + static_cast<std::ptrdiff_t>(base.size()), path.end());
    for (SectionBox *section : p.sections)
        if (FieldBox *box = section->boxAt(own))
            return box;
    return nullptr;
}

bool EditInspector::focusField(const edit::FieldPath &path)
{
    Private &p = *m_private;
    const bool isStep = path.size() > 1 && (path[0] == "steps" || path[0] == "finally");
    const std::vector<std::string> wanted =
        isStep ? std::vector<std::string>{path[1]} : std::vector<std::string>();
    if (p.document.selection() != wanted)
        p.document.select(wanted);
    p.tabs->setCurrentIndex(0);
    for (edit::FieldPath at = path; !at.empty(); at.pop_back()) {
        FieldBox *box = fieldAt(at);
        if (!box)
            continue;
        const std::size_t base = isStep ? 2 : 0;
        box->focusAt(edit::FieldPath(path.begin() + static_cast<std::ptrdiff_t>(base), path.end()));
        if (p.form->widget() && p.form->widget()->layout())
            p.form->widget()->layout()->activate(); // a section may just have unfolded
        p.form->ensureWidgetVisible(box, 0, themeOf(this).scaled(40));
        return true;
    }
    const edit::FieldPath own(path.begin() + (isStep ? 2 : 0), path.end());
    for (SectionBox *section : findChildren<SectionBox *>())
        if (section->focusSwitch(own)) // it is not in the file yet
            return true;
    return false;
}

void EditInspector::focusLabel()
{
    const std::vector<edit::FieldPath> &bases = m_private->scope.bases();
    edit::FieldPath path = bases.empty() ? edit::FieldPath() : bases.front();
    path.insert(path.end(), {"title", "en"});
    if (FieldBox *box = fieldAt(path))
        box->focusAt(box->path());
    if (auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget()))
        line->selectAll();
}

edit::FieldPath EditInspector::focusedField() const
{
    const Private &p = *m_private;
    for (QWidget *at = QApplication::focusWidget(); at && at != this; at = at->parentWidget())
        if (const auto *box = qobject_cast<FieldBox *>(at)) {
            edit::FieldPath path = p.scope.bases().empty() ? edit::FieldPath() : p.scope.bases().front();
            const edit::FieldPath own = box->pathInFocus();
            path.insert(path.end(), own.begin(), own.end());
            return path;
        }
    return {};
}

void EditInspector::refreshRuns()
{
    m_private->run.refresh();
}

void EditInspector::retranslate()
{
    m_private->tabs->setTabText(1, tr("Runs"));
    m_private->tabs->setAccessibleName(tr("Parts of the inspector"));
    m_private->shape.clear();
    follow();
}

void EditInspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_private)
        retranslate();
    Surface::changeEvent(event);
}

bool EditInspector::focusNextPrevChild(bool next)
{
    return moveFocusAsRead(*this, next) || Surface::focusNextPrevChild(next);
}

void EditInspector::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return emit left();
    if (event->matches(QKeySequence::Undo))
        return m_private->document.undoStack().undo();
    if (event->matches(QKeySequence::Redo))
        return m_private->document.undoStack().redo();
    Surface::keyPressEvent(event);
}

/// Keys get a link once somebody follows it.
void EditInspector::connectNotify(const QMetaMethod &signal)
{
    if (signal == QMetaMethod::fromSignal(&EditInspector::openKeyRequested))
        m_private->scope.setOpensKeys(true);
}

void EditInspector::paintEvent(QPaintEvent *event)
{
    Surface::paintEvent(event);
    QPainter(this).fillRect(QRect(0, 0, 1, height()), themeOf(this).colors().borderSubtle);
}

} // namespace batuta::views
