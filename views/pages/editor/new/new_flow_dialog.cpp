// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/new/new_flow_dialog.h"

#include "engine/client/summary.h"
#include "engine/edit/templates.h"
#include "engine/flow/reader.h"
#include "engine/flow/reading.h"
#include "views/graph/mini_graph.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/delegates.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kListWidth = 216, kRowHeight = 32, kInset = 22, kLongestName = 63, kLongestTitle = 120;

const QString kImported = QStringLiteral("imported");

flow::FlowPtr flowOf(std::string_view text)
{
    return flow::readFlow(text, "template").flow;
}

QString wordOf(const QString &id)
{
    if (id == "empty")
        return NewFlowDialog::tr("Empty flow");
    const flow::FlowPtr flow = flowOf(edit::templateText(id.toStdString()));
    return flow ? localText(flow->title) : id;
}

QString aboutOf(const QString &id)
{
    if (id == "http_chain")
        return NewFlowDialog::tr(
            "Functions one after the other. Each gets what the one before answered, and is "
            "tried again when it fails for a moment.");
    if (id == "fan_out")
        return NewFlowDialog::tr(
            "Branches side by side, one of them for each item of a list, and a step that "
            "brings their answers together.");
    if (id == "approval")
        return NewFlowDialog::tr("A measured condition, then a person who says yes or no within a day.");
    if (id == "message_saga")
        return NewFlowDialog::tr(
            "A message starts it. What was done is undone, last first, when a later step "
            "fails.");
    if (id == "scheduled")
        return NewFlowDialog::tr("Runs every night, never two at a time, and tells when something is wrong.");
    return NewFlowDialog::tr("Nothing but a name: build it on the canvas.");
}

} // namespace

NewFlowDialog::NewFlowDialog(Workspace workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(std::move(workspace))
    , m_title(new Label(TextStyle::Title))
    , m_templates(new QListWidget(this))
    , m_picture(new MiniGraph(this))
    , m_about(new Label(TextStyle::Text, Ink::Secondary))
    , m_steps(new Label(TextStyle::Small, Ink::Tertiary))
    , m_report(new QListWidget(this))
    , m_nameCaption(new Label(TextStyle::Strong))
    , m_systemCaption(new Label(TextStyle::Strong))
    , m_titleCaption(new Label(TextStyle::Strong))
    , m_name(new QLineEdit(this))
    , m_flowTitle(new QLineEdit(this))
    , m_system(new QComboBox(this))
    , m_trouble(new Label(TextStyle::Small))
    , m_import(new Button(QString(), "download"))
    , m_cancel(new Button(QString(), {}))
    , m_create(new Button(QString(), "plus", Button::Variant::Primary))
{
    build();
    connect(m_templates, &QListWidget::currentRowChanged, this, &NewFlowDialog::showTemplate);
    connect(m_templates, &QListWidget::itemActivated, this, [this] { m_name->setFocus(); });
    connect(m_name, &QLineEdit::textChanged, this, &NewFlowDialog::check);
    connect(m_system, &QComboBox::editTextChanged, this, &NewFlowDialog::check);
    for (QLineEdit *line : {m_name, m_flowTitle, m_system->lineEdit()})
        connect(line, &QLineEdit::returnPressed, this, &NewFlowDialog::create);
    connect(m_create, &QAbstractButton::clicked, this, &NewFlowDialog::create);
    connect(m_cancel, &QAbstractButton::clicked, this, &NewFlowDialog::closeRequested);
    connect(m_import, &QAbstractButton::clicked, this, &NewFlowDialog::importWanted);
    retranslate();
    m_templates->setCurrentRow(0);
    check();
}

void NewFlowDialog::build()
{
    for (const edit::FlowTemplate &each : edit::flowTemplates()) {
        auto *item = new QListWidgetItem(m_templates);
        item->setData(Qt::UserRole,
                      QString::fromUtf8(each.id.data(), static_cast<qsizetype>(each.id.size())));
        item->setSizeHint({0, themeOf(this).scaled(kRowHeight)});
    }
    m_templates->setFixedWidth(themeOf(this).scaled(kListWidth));
    m_templates->setObjectName("templates");
    m_templates->setItemDelegate(new TextDelegate(m_templates));
    m_about->setWordWrap(true);
    m_trouble->setWordWrap(true);
    m_trouble->setStatus(Status::Failed);
    m_picture->setFocusPolicy(Qt::NoFocus);
    m_report->setWordWrap(true);
    m_report->hide();
    auto *body = new QHBoxLayout;
    body->setSpacing(20);
    body->addWidget(m_templates);
    body->addWidget(makeForm(), 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_import);
    foot->addStretch(1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_create);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kInset, 18, kInset, 18);
    column->setSpacing(14);
    column->addWidget(m_title);
    column->addLayout(body, 1);
    column->addLayout(foot);
    setFocusProxy(m_name);
    m_name->installEventFilter(this);
}

QWidget *NewFlowDialog::makeForm()
{
    m_name->setObjectName("name");
    m_name->setMaxLength(kLongestName);
    m_name->setFont(themeOf(this).font(TextStyle::Mono));
    m_flowTitle->setObjectName("title");
    m_flowTitle->setMaxLength(kLongestTitle);
    m_system->setObjectName("system");
    m_system->setEditable(true);
    m_system->addItems(m_workspace.systems);
    m_system->lineEdit()->setMaxLength(kLongestName);
    m_system->lineEdit()->setFrame(false);
    m_system->lineEdit()->setProperty("bare", true); // the list has the frame
    m_nameCaption->setBuddy(m_name);
    m_systemCaption->setBuddy(m_system);
    m_titleCaption->setBuddy(m_flowTitle);
    auto *form = new QWidget(this);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_picture, 2);
    column->addWidget(m_about);
    column->addWidget(m_report, 1);
    column->addWidget(m_steps);
    column->addStretch(1);
    column->addSpacing(12);
    column->addWidget(m_nameCaption);
    column->addWidget(m_name);
    column->addWidget(m_trouble);
    column->addSpacing(6);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_systemCaption, 0, 0);
    grid->addWidget(m_titleCaption, 0, 1);
    grid->addWidget(m_system, 1, 0);
    grid->addWidget(m_flowTitle, 1, 1);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    column->addLayout(grid);
    setTabOrder(m_name, m_system);
    setTabOrder(m_system, m_flowTitle);
    return form;
}

QString NewFlowDialog::templateId() const
{
    const QListWidgetItem *item = m_templates->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

/// Of the template that is chosen, or of what was imported.
std::string NewFlowDialog::text() const
{
    const QString id = templateId();
    return id == kImported ? m_imported.text : std::string(edit::templateText(id.toStdString()));
}

void NewFlowDialog::showImported(const edit::ImportedFlow &flow, const QString &file)
{
    m_imported = flow;
    m_importedFile = file;
    QListWidgetItem *item = m_templates->item(m_templates->count() - 1);
    if (item->data(Qt::UserRole).toString() != kImported) {
        item = new QListWidgetItem(m_templates);
        item->setData(Qt::UserRole, kImported);
        item->setSizeHint({0, themeOf(this).scaled(kRowHeight)});
    }
    item->setText(file);
    m_templates->setCurrentItem(item);
    m_name->setText(QString::fromStdString(flow.name));
    showTemplate();
}

void NewFlowDialog::showTrouble(const QString &sentence)
{
    m_trouble->setText(sentence);
}

void NewFlowDialog::showReport()
{
    m_report->clear();
    for (const edit::Unmapped &each : m_imported.unmapped)
        m_report->addItem(tr("Line %1: %2 (%3)", "of an import: line, what, why")
                              .arg(each.line)
                              .arg(QString::fromStdString(each.what), QString::fromStdString(each.why)));
}

void NewFlowDialog::showTemplate()
{
    const QString id = templateId();
    const bool isImported = id == kImported;
    const int missing = static_cast<int>(m_imported.unmapped.size());
    m_about->setText(!isImported ? aboutOf(id)
                     : missing == 0
                         ? tr("Everything in the workflow has its counterpart.")
                         : tr("%n thing(s) in the workflow have no counterpart, and stand in the flow as "
                              "comments:",
                              nullptr, missing));
    m_report->setVisible(isImported && missing > 0);
    if (isImported)
        showReport();
    const flow::FlowPtr flow = flowOf(text());
    m_picture->setVisible(flow != nullptr);
    m_steps->setText(flow ? tr("%n step(s)", nullptr, static_cast<int>(flow->steps.size())) : QString());
    if (flow)
        m_picture->setFlow(client::summaryOf(flow));
}

/// "" when it can be created now.
QString NewFlowDialog::whyNot() const
{
    const QString name = m_name->text();
    if (!flow::isName(name.toStdString()))
        return tr("Begin with a letter; then a-z, 0-9 and _, at most 63.");
    if (m_workspace.isTaken && m_workspace.isTaken(name))
        return tr("There is a flow of this name already.");
    if (!flow::isName(m_system->currentText().toStdString()))
        return tr("The system is a folder: a-z, 0-9 and _.");
    return {};
}

void NewFlowDialog::check()
{
    const QString why = whyNot();
    m_trouble->setText(m_name->text().isEmpty() ? QString() : why);
    m_create->setEnabled(why.isEmpty());
    m_create->setToolTip(why);
}

void NewFlowDialog::create()
{
    if (!whyNot().isEmpty())
        return check();
    edit::NewFlow wanted;
    wanted.text = text();
    wanted.name = m_name->text().toStdString();
    wanted.system = m_system->currentText().toStdString();
    wanted.title.en = m_flowTitle->text().trimmed().toStdString();
    const Result<std::string> made = edit::newFlowText(wanted);
    if (!made)
        return showTrouble(errorSentence(made.error()));
    emit created(m_system->currentText(), m_name->text(), *made);
}

/// Up and Down choose the template from the name's field.
bool NewFlowDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_name && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const int row = m_templates->currentRow() + (key == Qt::Key_Up ? -1 : 1);
            m_templates->setCurrentRow(qBound(0, row, m_templates->count() - 1));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NewFlowDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).colors().panel);
}

void NewFlowDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NewFlowDialog::retranslate()
{
    m_title->setText(tr("New flow"));
    setAccessibleName(m_title->text());
    m_templates->setAccessibleName(tr("Begin with"));
    m_report->setAccessibleName(tr("What has no counterpart"));
    for (int row = 0; row < m_templates->count(); ++row) {
        QListWidgetItem *item = m_templates->item(row);
        const QString id = item->data(Qt::UserRole).toString();
        item->setText(id == kImported ? m_importedFile : wordOf(id));
    }
    m_nameCaption->setText(tr("Name"));
    m_name->setAccessibleName(m_nameCaption->text());
    m_systemCaption->setText(tr("System"));
    m_system->setAccessibleName(m_systemCaption->text());
    m_titleCaption->setText(tr("Title"));
    m_flowTitle->setAccessibleName(m_titleCaption->text());
    m_import->setText(tr("Import a GitHub Actions workflow …"));
    m_cancel->setText(tr("Cancel"));
    m_create->setText(tr("Create"));
    showTemplate();
    check();
}

} // namespace batuta::views
