// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/detail_pane.h"

#include "views/models/environments/env_mask.h"
#include "views/pages/environments/env_words.h"
#include "views/pages/environments/matrix_table.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollArea>

#include <algorithm>
#include <set>

namespace batuta::views {
namespace {

constexpr int kMargin = 14;
constexpr int kWide = 310; ///< where two buttons stand beside each other
constexpr int kMostProblems = 12;
constexpr int kMostUses = 12;
constexpr int kMostChanges = 5;

/// A hairline over everything below it.
class Hairline final : public QWidget
{
public:
    explicit Hairline(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), themeOf(this).colors().borderSubtle);
    }
};

Label *elided(const QString &text, TextStyle style, Ink ink, QWidget *parent)
{
    auto *label = new Label(text, style, ink, parent);
    label->setElide(Qt::ElideMiddle);
    return label;
}

} // namespace

DetailPane::DetailPane(EnvironmentsModel &model, QWidget *parent)
    : Surface(Level::Panel, parent)
    , m_model(model)
    , m_scroll(new QScrollArea(this))
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
}

QWidget *DetailPane::content() const
{
    return m_column->parentWidget();
}

void DetailPane::addRule()
{
    m_column->addSpacing(4);
    m_column->addWidget(new Hairline(content()));
    m_column->addSpacing(4);
}

/// Names are as long as people make them, and the pane as narrow.
void DetailPane::resizeEvent(QResizeEvent *event)
{
    Surface::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        present(std::string(m_key), m_environment, m_utc);
}

QString DetailPane::fitting(const QString &text, int beside) const
{
    const int room = width() - 2 * kMargin - themeOf(this).scaled(beside);
    return QFontMetrics(themeOf(this).font(TextStyle::Strong)).elidedText(text, Qt::ElideMiddle, room);
}

void DetailPane::present(const std::string &key, int environment, bool utc)
{
    m_key = key;
    m_environment = environment;
    m_utc = utc;
    auto *inside = new QWidget;
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(kMargin, 12, kMargin, 14);
    m_column->setSpacing(6);
    const environments::Row *row = m_model.matrix().find(key);
    setAccessibleName(row ? tr("Key %1").arg(QString::fromStdString(key)) : tr("Problems"));
    if (row) {
        addTitle(*row);
        addRule();
        addValues(*row, environment);
        addRule();
        addUses(*row);
        addRule();
        addHistory(key, utc);
        addRule();
    }
    addProblems();
    m_column->addStretch(1);
    if (QWidget *old = m_scroll->takeWidget()) // it may be one of its buttons that led here
        old->deleteLater();
    m_scroll->setWidget(inside);
}

void DetailPane::addTitle(const environments::Row &row)
{
    auto *title = elided(QString::fromStdString(row.key), TextStyle::Mono, Ink::Primary, content());
    title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(title);
    if (!row.description.empty()) {
        auto *said =
            new Label(QString::fromStdString(row.description), TextStyle::Body, Ink::Secondary, content());
        said->setWordWrap(true);
        m_column->addWidget(said);
    }
    auto *chips = new QHBoxLayout;
    chips->setSpacing(6);
    const bool isUrl = std::any_of(row.uses.begin(), row.uses.end(), [](const environments::KeyUse &use) {
        return use.kind == environments::UseKind::Url;
    });
    if (isUrl)
        chips->addWidget(new Chip(tr("url"), content()));
    if (row.isSecret)
        chips->addWidget(new Chip(tr("secret"), content()));
    chips->addWidget(new Chip(row.isInTemplate ? templateWord(row) : tr("not in the template"), content()));
    chips->addStretch(1);
    m_column->addLayout(chips);
}

/// What may be shown of a value.
QString DetailPane::shownOf(const environments::Row &row, const environments::Cell &cell) const
{
    if (!cell.isSet)
        return row.isRequired ? tr("Missing") : tr("not set");
    if (cell.isStored)
        return m_model.store() == secrets::StoreKind::File ? tr("in the sealed file") : tr("in the keyring");
    return cell.value.empty() ? tr("empty") : QString::fromStdString(shownValue(row, cell.value));
}

void DetailPane::addValue(const environments::Row &row, std::size_t environment)
{
    const environments::Cell &cell = row.cells[environment];
    const std::string &name = m_model.matrix().environments[environment];
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    auto *chip = new Chip(QString::fromStdString(name), content());
    chip->setEnvironment(environmentKind(name));
    chip->setMinimumWidth(themeOf(this).scaled(92));
    const bool isText = cell.isSet && !cell.isStored && !cell.value.empty();
    auto *value = elided(shownOf(row, cell), isText ? TextStyle::MonoSmall : TextStyle::Small,
                         cell.isSet ? Ink::Primary : Ink::Tertiary, content());
    if (!cell.isSet && row.isRequired)
        value->setStatus(Status::Failed);
    auto *copy = new Button(tr("Copy the value of %1").arg(QString::fromStdString(name)), "copy",
                            Button::Variant::Ghost, content());
    copy->setIconOnly(true);
    copy->setSmall(true);
    copy->setEnabled(cell.isSet);
    connect(copy, &QAbstractButton::clicked, this,
            [this, key = QString::fromStdString(row.key), environment] {
                emit copyRequested(key, static_cast<int>(environment));
            });
    line->addWidget(chip);
    line->addWidget(value, 1);
    line->addWidget(copy);
    m_column->addLayout(line);
    const auto answer = m_model.answers().find(cell.value);
    if (!cell.isSet || answer == m_model.answers().end())
        return;
    auto *said = new Label(urlWord(answer->second), TextStyle::Small, Ink::Secondary, content());
    said->setStatus(answer->second.kind == environments::UrlAnswer::Kind::Fine ? Status::Success
                                                                               : Status::Failed);
    said->setToolTip(QString::fromStdString(answer->second.detail) + '\n' + urlPhases(answer->second));
    m_column->addWidget(said);
}

/// What the process or a revision has, and what that means for the files beside it.
void DetailPane::addAside(const environments::Row &row, const environments::Aside &aside)
{
    using State = environments::AsideState;
    const State state = environments::asideState(m_model.matrix(), row, aside);
    const environments::AsideValue *beside = aside.find(row.key);
    if (state == State::Nothing || (state == State::NotMeant && !beside))
        return;
    const QString where = QString::fromStdString(aside.environment);
    const bool isProcess = aside.kind == environments::Aside::Kind::Process;
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    auto *name =
        new Label(isProcess ? tr("process") : tr("deployed"), TextStyle::Small, Ink::Secondary, content());
    name->setMinimumWidth(themeOf(this).scaled(92));
    line->addWidget(name);
    line->addWidget(elided(beside ? asideText(row, *beside) : tr("not deployed"),
                           beside ? TextStyle::MonoSmall : TextStyle::Small,
                           beside ? Ink::Primary : Ink::Tertiary, content()),
                    1);
    m_column->addLayout(line);
    const QString said = state == State::Same      ? QString()
                         : state == State::Unknown ? tr("a secret: nobody can tell whether it is the same")
                         : state == State::Only    ? tr("the files of %1 have no value").arg(where)
                         : isProcess
                             ? tr("stronger than the files of %1: the engine takes it").arg(where)
                             : tr("not as in the files of %1: they count after a deployment").arg(where);
    if (said.isEmpty())
        return;
    auto *label = new Label(said, TextStyle::Small, Ink::Secondary, content());
    label->setWordWrap(true);
    label->setContentsMargins(themeOf(this).scaled(100), 0, 0, 2);
    if (state == State::Other || state == State::Gone)
        label->setStatus(Status::Waiting);
    m_column->addWidget(label);
}

void DetailPane::addValues(const environments::Row &row, int environment)
{
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        addValue(row, i);
    for (const environments::Aside &aside : m_model.asides())
        addAside(row, aside);
    if (environment >= 0 && environment < std::ssize(row.cells))
        addActs(row, environment);
}

void DetailPane::addActs(const environments::Row &row, int environment)
{
    const QString key = QString::fromStdString(row.key);
    const auto from = static_cast<int>(m_model.reference());
    const environments::Cell &cell = row.cells[static_cast<std::size_t>(environment)];
    const environments::Cell &reference = row.cells[m_model.reference()];
    auto *acts = new QGridLayout; // two beside each other have room in every language
    acts->setSpacing(8);
    acts->setColumnStretch(2, 1);
    const auto add = [&](const QString &text, const char *icon, auto act) {
        auto *button = new Button(text, icon, Button::Variant::Normal, content());
        connect(button, &QAbstractButton::clicked, this, act);
        const int at = acts->count(), beside = width() < themeOf(this).scaled(kWide) ? 1 : 2;
        acts->addWidget(button, at / beside, at % beside, Qt::AlignLeft);
    };
    if (environment != from && reference.isSet && !reference.isStored && !cell.isStored)
        add(tr("Copy from %1")
                .arg(QString::fromStdString(m_model.matrix().environments[m_model.reference()])),
            "copy", [this, key, from, environment] { emit takeRequested(key, from, environment); });
    if (!cell.isStored)
        add(tr("Set value"), "edit", [this] { emit editRequested(); });
    if (cell.isStored || row.isSecret)
        add(cell.isStored ? tr("Rotate") : tr("Keep in the store"), "key",
            [this] { emit secretRequested(); });
    m_column->addLayout(acts);
}

void DetailPane::addUses(const environments::Row &row)
{
    std::set<std::string> flows;
    for (const environments::KeyUse &use : row.uses)
        flows.insert(use.flow);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(tr("Used by"), TextStyle::Strong, Ink::Primary, content()));
    const QString steps = tr("%n step(s)", nullptr, static_cast<int>(row.uses.size()));
    head->addWidget(new Label(row.uses.empty() ? tr("no flow")
                                               : tr("%1, %2", "2 steps, 1 flow")
                                                     .arg(steps, tr("%n flow(s)", nullptr,
                                                                    static_cast<int>(flows.size()))),
                              TextStyle::Small, Ink::Secondary, content()),
                    1);
    m_column->addLayout(head);
    int shown = 0;
    for (const environments::KeyUse &use : row.uses) {
        if (++shown > kMostUses)
            break;
        const QString flow = QString::fromStdString(use.flow), step = QString::fromStdString(use.step);
        const QString whole = step.isEmpty() ? flow : flow + QStringLiteral(" › ") + step;
        auto *link = new Button(fitting(whole, 56), "ext", Button::Variant::Ghost, content());
        link->setSmall(true);
        link->setToolTip(whole);
        link->setAccessibleName(tr("Open %1 in the editor").arg(whole));
        connect(link, &QAbstractButton::clicked, this, [this, flow, step] {
            QUrlQuery query;
            if (!step.isEmpty())
                query.addQueryItem("step", step);
            emit openRequested({"flow", flow, query});
        });
        m_column->addWidget(link, 0, Qt::AlignLeft);
    }
    if (const int more = static_cast<int>(row.uses.size()) - kMostUses; more > 0)
        m_column->addWidget(
            new Label(tr("and %n more", nullptr, more), TextStyle::Small, Ink::Tertiary, content()));
}

void DetailPane::addHistory(const std::string &key, bool utc)
{
    m_column->addWidget(new Label(tr("History"), TextStyle::Strong, Ink::Primary, content()));
    int shown = 0;
    for (const environments::EnvChange &change : m_model.changes()) {
        const auto own = std::find_if(change.keys.begin(), change.keys.end(),
                                      [&](const environments::KeyChange &each) { return each.key == key; });
        if (own == change.keys.end())
            continue;
        if (++shown > kMostChanges)
            break;
        const QString where = QString::fromStdString(change.environment);
        const QString what = change.file.empty() ? tr("%1 value revealed").arg(where)
                             : change.file.starts_with(environments::kStorePrefix)
                                 ? (!own->after    ? tr("%1 secret forgotten").arg(where)
                                    : !own->before ? tr("%1 secret set").arg(where)
                                                   : tr("%1 secret rotated").arg(where))
                             : !own->after  ? tr("%1 value removed").arg(where)
                             : !own->before ? tr("%1 value added").arg(where)
                                            : tr("%1 value changed").arg(where);
        auto *line = new QHBoxLayout;
        line->setSpacing(8);
        line->addWidget(new Label(dayAndTime(change.at, utc).section(':', 0, 1), TextStyle::MonoSmall,
                                  Ink::Secondary, content()));
        line->addWidget(elided(what, TextStyle::Small, Ink::Primary, content()), 1);
        line->addWidget(
            new Label(QString::fromStdString(change.who), TextStyle::Small, Ink::Secondary, content()));
        m_column->addLayout(line);
    }
    if (shown == 0)
        m_column->addWidget(
            new Label(tr("Nothing was changed here yet."), TextStyle::Small, Ink::Tertiary, content()));
}

void DetailPane::addProblems()
{
    const auto &findings = m_model.matrix().findings;
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(tr("Problems"), TextStyle::Strong, Ink::Primary, content()));
    head->addWidget(new Label(QString::number(findings.size()), TextStyle::Small, Ink::Secondary, content()),
                    1);
    m_column->addLayout(head);
    if (findings.empty())
        m_column->addWidget(new Label(tr("There are none."), TextStyle::Small, Ink::Tertiary, content()));
    int shown = 0;
    for (const environments::Finding &finding : findings) {
        if (++shown > kMostProblems)
            break;
        const QString key = QString::fromStdString(finding.key);
        const auto environment = static_cast<int>(finding.environment);
        const Theme &theme = themeOf(this);
        const Status status = findingStatus(finding);
        auto *mark = new QLabel(content());
        const int size = theme.scaled(13);
        mark->setPixmap(status == Status::Failed
                            ? theme.statusPixmap(status, size, devicePixelRatioF())
                            : theme.pixmap(findingIcon(finding), size, theme.colors().of(status).fg,
                                           devicePixelRatioF()));
        auto *link = new Button(fitting(key.isEmpty() ? tr("A file") : key, 48), {}, Button::Variant::Ghost,
                                content());
        link->setSmall(true);
        connect(link, &QAbstractButton::clicked, this,
                [this, key, environment] { emit goRequested(key, environment); });
        const QString broken = breaksWord(finding), said = findingWord(finding, m_model.matrix());
        auto *text = new Label(broken.isEmpty() ? said : said + QStringLiteral(": ") + broken,
                               TextStyle::Small, Ink::Secondary, content());
        text->setWordWrap(true);
        text->setContentsMargins(theme.scaled(27), 0, 0, 2);
        link->setAccessibleName(tr("%1: %2").arg(key, text->text()));
        auto *line = new QHBoxLayout;
        line->setSpacing(4);
        line->addWidget(mark);
        line->addWidget(link);
        line->addStretch(1);
        auto *both = new QVBoxLayout;
        both->setSpacing(0);
        both->addLayout(line);
        both->addWidget(text);
        m_column->addLayout(both);
    }
    if (const int more = static_cast<int>(findings.size()) - kMostProblems; more > 0)
        m_column->addWidget(new Label(tr("and %n more: P goes through them", nullptr, more), TextStyle::Small,
                                      Ink::Tertiary, content()));
}

} // namespace batuta::views
