// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/backups_dialog.h"

#include "views/pages/releases/config_diff.h"
#include "views/pages/releases/release_list.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/column.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kBackupList = 250, kLeastReason = 10;

} // namespace

BackupsDialog::BackupsDialog(EngineLink &engine, const std::string &environment, bool isGuarded, bool utc,
                             QWidget *parent)
    : QWidget(parent)
    , m_model(new BackupsModel(engine, environment, this))
    , m_isGuarded(isGuarded)
    , m_utc(utc)
{
    build();
    connect(m_model, &BackupsModel::changed, this, &BackupsDialog::present);
    connect(m_model, &BackupsModel::backedUp, this, [this](const QString &folder, int services) {
        emit told(tr("%n service(s) saved in %1", nullptr, services).arg(folder));
    });
    connect(m_model, &BackupsModel::restoreEnded, this, &BackupsDialog::tellEnd);
    present();
}

void BackupsDialog::build()
{
    QVBoxLayout *rows = column(this);
    auto *head = new Bar(Bar::Kind::ViewHeader, this);
    auto *title = new Label(tr("Backups of the services"), TextStyle::Title, Ink::Primary, head);
    auto *chip = new Chip(environmentWord(m_model->environment()), head);
    chip->setEnvironment(environmentKind(m_model->environment()));
    m_backUp = new Button(tr("Back up now"), "download", Button::Variant::Normal, head);
    head->row()->addWidget(title);
    head->row()->addWidget(chip);
    head->row()->addStretch(1);
    head->row()->addWidget(m_backUp);
    m_notice = new Notice(Notice::Kind::Error, this);
    m_notice->hide();
    auto *foot = new Bar(Bar::Kind::ActionBar, this);
    m_foot = new Label(TextStyle::Small, Ink::Secondary, foot);
    m_foot->setElide(Qt::ElideRight);
    m_close = new Button(tr("Close"), {}, Button::Variant::Normal, foot);
    m_close->setKeyHint(tr("Esc", "the key"));
    m_restore = new Button(tr("Restore"), m_isGuarded ? "lock" : "rollback",
                           m_isGuarded ? Button::Variant::Production : Button::Variant::Primary, foot);
    m_restore->installEventFilter(this);
    foot->row()->addWidget(m_foot, 1);
    foot->row()->addWidget(m_close);
    foot->row()->addWidget(m_restore);
    rows->addWidget(head);
    rows->addWidget(m_notice);
    rows->addWidget(buildLists(), 1);
    rows->addWidget(buildFields());
    rows->addWidget(foot);
    setFocusProxy(m_backups);
    setAccessibleName(title->text());
    connect(m_backUp, &QAbstractButton::clicked, m_model, &BackupsModel::backUp);
    connect(m_close, &QAbstractButton::clicked, this, &BackupsDialog::closeRequested);
    connect(m_restore, &QAbstractButton::clicked, this, &BackupsDialog::restore);
}

QWidget *BackupsDialog::buildLists()
{
    auto *both = new QWidget(this);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_backups = new ReleaseList(ReleaseList::Kind::Services, both);
    m_backups->setFixedWidth(themeOf(this).scaled(kBackupList));
    m_backups->setAccessibleName(tr("Backups"));
    auto *right = new QWidget(both);
    QVBoxLayout *lines = column(right);
    auto *bar = new Bar(Bar::Kind::PanelTitle, right);
    m_services = new QComboBox(bar);
    m_services->setAccessibleName(tr("Service"));
    m_services->setMinimumContentsLength(18);
    m_counts = new Label(TextStyle::MonoSmall, Ink::Secondary, bar);
    bar->row()->addWidget(m_services);
    bar->row()->addWidget(new Label(tr("now → in the backup"), TextStyle::Small, Ink::Secondary, bar));
    bar->row()->addStretch(1);
    bar->row()->addWidget(m_counts);
    m_empty = new Label(TextStyle::Body, Ink::Secondary, right);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_diff = new ConfigDiff(right);
    lines->addWidget(bar);
    lines->addWidget(m_empty, 1);
    lines->addWidget(m_diff, 1);
    row->addWidget(m_backups);
    row->addWidget(right, 1);
    connect(m_backups, &ReleaseList::chosen, this, &BackupsDialog::fillServices);
    connect(m_services, &QComboBox::activated, this, &BackupsDialog::compare);
    return both;
}

QWidget *BackupsDialog::buildFields()
{
    m_fields = new QWidget(this);
    auto *row = new QHBoxLayout(m_fields);
    row->setContentsMargins(14, 8, 14, 8);
    row->setSpacing(12);
    const auto field = [&](Label *&label, const QString &title) {
        auto *lines = new QVBoxLayout;
        lines->setSpacing(4);
        label = new Label(title, TextStyle::Small, Ink::Secondary, m_fields);
        auto *edit = new QLineEdit(m_fields);
        edit->setMaxLength(500);
        edit->setAccessibleName(title);
        label->setBuddy(edit);
        lines->addWidget(label);
        lines->addWidget(edit);
        row->addLayout(lines, 1);
        connect(edit, &QLineEdit::textChanged, this, &BackupsDialog::present);
        return edit;
    };
    Label *reason = nullptr;
    m_reason = field(reason, tr("Reason, kept in the audit trail"));
    m_name = field(m_nameLabel, {});
    m_name->setFont(themeOf(this).font(TextStyle::Mono));
    m_fields->setVisible(m_isGuarded);
    return m_fields;
}

void BackupsDialog::fillServices()
{
    const QSignalBlocker quiet(m_services);
    m_services->clear();
    const client::Backup *backup = chosenBackup();
    if (backup == nullptr)
        return present();
    for (const std::string &service : backup->services)
        m_services->addItem(QString::fromStdString(service), QString::fromStdString(service));
    if (backup->services.size() > 1)
        m_services->addItem(tr("All services"), QString());
    m_services->setCurrentIndex(std::max(0, m_services->findData(QString::fromStdString(m_service))));
    compare();
}

const client::Backup *BackupsDialog::chosenBackup() const
{
    const std::string name = m_backups->current().toStdString();
    if (m_model->list())
        for (const client::Backup &backup : m_model->list()->backups)
            if (backup.name == name)
                return &backup;
    return nullptr;
}

std::vector<std::string> BackupsDialog::chosenServices() const
{
    const client::Backup *backup = chosenBackup();
    if (backup == nullptr || m_services->currentIndex() < 0)
        return {};
    const std::string one = m_services->currentData().toString().toStdString();
    return one.empty() ? backup->services : std::vector<std::string>{one};
}

QString BackupsDialog::wantedName() const
{
    const std::vector<std::string> services = chosenServices();
    return QString::fromStdString(services.size() == 1 ? services.front() : m_model->environment());
}

void BackupsDialog::compare()
{
    m_name->clear();
    if (const client::Backup *backup = chosenBackup())
        m_model->compare(backup->name, chosenServices());
}

QString BackupsDialog::whyNot() const
{
    if (m_model->isBusy())
        return tr("It is under way.");
    if (chosenServices().empty())
        return tr("Choose a backup.");
    if (m_model->isComparing())
        return tr("It is being compared.");
    if (m_model->problem())
        return tr("It cannot be compared.");
    if (m_model->now() == m_model->then())
        return tr("Nothing would change.");
    const auto reason = static_cast<int>(m_reason->text().trimmed().size());
    if (m_isGuarded && reason < kLeastReason)
        return tr("The reason needs %n more character(s).", nullptr, kLeastReason - reason);
    return m_isGuarded && m_name->text() != wantedName() ? tr("Type %1 to confirm").arg(wantedName())
                                                         : QString();
}

void BackupsDialog::presentBackups()
{
    const auto &list = m_model->list();
    QList<ReleaseLine> lines;
    for (const client::Backup &backup : list ? list->backups : std::vector<client::Backup>()) {
        ReleaseLine line;
        line.key = QString::fromStdString(backup.name);
        line.status = backup.problem ? Status::Failed : Status::Success;
        line.isBad = backup.problem.has_value();
        line.text = dayAndTime(backup.at, m_utc).section('.', 0, 0);
        line.detail = backup.problem ? tr("damaged")
                                     : tr("%n service(s)", nullptr, static_cast<int>(backup.services.size()));
        line.spoken = backup.problem ? errorSentence(*backup.problem) : line.text + ' ' + line.detail;
        lines << line;
    }
    if (lines == m_backups->lines())
        return;
    m_backups->setLines(lines, lines.isEmpty() ? QString() : lines.front().key); // the newest
    fillServices();
}

void BackupsDialog::present()
{
    presentBackups();
    const auto &list = m_model->list();
    m_notice->setVisible(m_model->problem().has_value());
    if (m_model->problem())
        m_notice->setText(errorSentence(*m_model->problem()), errorAdvice(*m_model->problem()));
    const bool hasDiff = !chosenServices().empty() && !m_model->isComparing() && !m_model->then().empty();
    m_empty->setVisible(!hasDiff);
    m_diff->setVisible(hasDiff);
    m_empty->setText(list && list->backups.empty()
                         ? tr("There is no backup yet. One is a folder with every service as YAML, and its "
                              "checksums, below %1.")
                               .arg(QString::fromStdString(list->folder))
                         : QString());
    if (hasDiff)
        m_diff->setTexts(m_model->now(), m_model->then());
    m_counts->setText(hasDiff ? QStringLiteral("-%1 +%2").arg(m_diff->removed()).arg(m_diff->added())
                              : QString());
    m_nameLabel->setText(tr("Type %1 to confirm").arg(wantedName()));
    m_name->setPlaceholderText(wantedName());
    m_name->setAccessibleName(m_nameLabel->text());
    m_backUp->setEnabled(!m_model->isBusy());
    const QString why = whyNot();
    m_restore->setText(chosenServices().size() > 1 ? tr("Restore all") : tr("Restore"));
    m_restore->setEnabled(why.isEmpty());
    m_foot->setText(why.isEmpty() && m_isGuarded ? tr("Enter does not confirm here.") : why);
}

void BackupsDialog::restore()
{
    if (whyNot().isEmpty())
        m_model->restore(chosenBackup()->name, chosenServices(), m_reason->text(), m_name->text());
}

void BackupsDialog::tellEnd()
{
    const auto &restored = m_model->restored();
    for (const BackupsModel::Restored &one : restored)
        if (one.error) {
            m_notice->setText(tr("%1 was not restored: %2")
                                  .arg(QString::fromStdString(one.service), errorSentence(*one.error)),
                              errorAdvice(*one.error));
            m_notice->show();
            return emit servicesRestored();
        }
    emit told(tr("%n service(s) restored; Cloud Run makes their revisions.", nullptr,
                 static_cast<int>(restored.size())));
    emit servicesRestored();
    emit closeRequested();
}

/// Nothing here is confirmed by Enter where it is guarded.
void BackupsDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return event->accept();
    QWidget::keyPressEvent(event);
}

bool BackupsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_restore && m_isGuarded && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace batuta::views
