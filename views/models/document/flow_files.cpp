// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/document/flow_files.h"

#include "engine/flow/reader.h"
#include "views/models/document/flow_opening.h"
#include "views/models/document/layout_file.h"
#include "views/models/document/replies.h"

#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QLockFile>
#include <QThreadPool>
#include <QTimer>

namespace batuta::views {
namespace {

constexpr int kDraftMs = 800; ///< the rest of the promised two seconds is the disk's
constexpr int kLayoutMs = 500;
constexpr int kSettleMs = 150;  ///< until a program that writes in pieces has finished
constexpr int kRetryMs = 5'000; ///< after a disk that was full

} // namespace

struct FlowFiles::Private
{
    Private(FlowFiles &files, Where place, QString name);

    /// Runs on the worker, in order; the answer is taken on the window's thread.
    template <class Answer> void run(std::function<Answer()> work, std::function<void(Answer)> done);

    void wasOpened(FlowOpening opening);
    void watch();
    void looked(DiskText now);
    void found(DiskText now);
    void setDisk(FileOnDisk state);
    void setKnown(std::string text, std::string version);
    void startDocument(FlowOpening &opening);

    void takeFile(const QString &name);
    void textWasChanged();
    bool hasNothingToSave() const;
    void saveDraft();
    void draftWasSaved(quint64 number, bool isRemoval, const Status &status);
    void saveLayout();
    void foundPlaces(const StepPlaces &theirs);

    FlowFiles &q;
    const Where where;
    const QString reloadName;
    std::unique_ptr<FlowDocument> document;

    std::optional<DraftFound> draftFound;
    std::optional<DraftHolder> holder;
    quint64 wanted = 0; ///< counts what a draft has to follow: the text, the file, what is known of it
    quint64 saved = 0;  ///< of those: what would survive a crash
    bool isSaving = false;
    bool hasFailed = false; ///< a save; told once, until one succeeds
    QDateTime savedAt;

    std::string knownVersion;
    FileOnDisk state = FileOnDisk::Known;
    bool isReadOnly = false;
    bool isOpening = false;
    Error diskError;
    DiskText present;       ///< of Changed
    StepPlaces knownPlaces; ///< of the layout's file

    QTimer draftLater;
    QTimer layoutLater;
    QTimer checkLater;
    QFileSystemWatcher watcher;
    QLockFile lock;
    Replies replies;
    QThreadPool worker; ///< its end waits for what is being written
};

template <class Answer>
void FlowFiles::Private::run(std::function<Answer()> work, std::function<void(Answer)> done)
{
    worker.start([work = std::move(work), done = std::move(done), way = replies.way()] {
        auto answer = std::make_shared<Answer>(work());
        way([done, answer] { done(std::move(*answer)); });
    });
}

FlowFiles::Private::Private(FlowFiles &files, Where place, QString name)
    : q(files)
    , where(std::move(place))
    , reloadName(std::move(name))
    , lock(QString::fromStdString(draftPath(where.workspace, where.name) + ".lock"))
{
    lock.setStaleLockTime(0); // a lock is stale when its process is gone, however old it is
    worker.setMaxThreadCount(1);
    for (QTimer *timer : {&draftLater, &layoutLater, &checkLater})
        timer->setSingleShot(true);
    QObject::connect(&draftLater, &QTimer::timeout, &q, [this] { saveDraft(); });
    QObject::connect(&layoutLater, &QTimer::timeout, &q, [this] { saveLayout(); });
    QObject::connect(&checkLater, &QTimer::timeout, &q, [this] { q.checkDisk(); });
    for (auto signal : {&QFileSystemWatcher::fileChanged, &QFileSystemWatcher::directoryChanged})
        QObject::connect(&watcher, signal, &q, [this] { checkLater.start(kSettleMs); });
}

void FlowFiles::Private::wasOpened(FlowOpening opening)
{
    isOpening = false;
    const bool isFileThere = opening.disk.presence == DiskText::There;
    if (!isFileThere && !opening.draft) {
        diskError = opening.disk.error;
        emit q.failed(opening.disk.error);
        return;
    }
    holder = opening.holder;
    isReadOnly = opening.disk.isReadOnly;
    startDocument(opening);
    watch();
    emit q.opened();
    for (const Error &problem : opening.problems)
        emit q.problemFound(problem);
}

void FlowFiles::Private::startDocument(FlowOpening &opening)
{
    const std::string file = shownFile(where);
    knownPlaces = opening.places;
    if (!opening.draft) {
        document = std::make_unique<FlowDocument>(file, opening.disk.text, std::move(opening.places));
        knownVersion = opening.disk.version;
    } else {
        const FlowDraft &draft = *opening.draft;
        const bool isOlder = draft.begun != opening.disk.version;
        document = std::make_unique<FlowDocument>(file, draft.text, std::move(opening.places));
        document->setBase(opening.disk.text);
        knownVersion = draft.begun;
        draftFound = DraftFound{opening.draftAt, isOlder};
        savedAt = opening.draftAt;
        if (isOlder) {
            state = opening.disk.presence == DiskText::There ? FileOnDisk::Changed : FileOnDisk::Gone;
            present = opening.disk;
            diskError = opening.disk.error;
        }
    }
    QObject::connect(document.get(), &FlowDocument::textChanged, &q, [this] { textWasChanged(); });
    QObject::connect(document.get(), &FlowDocument::placesChanged, &q,
                     [this] { layoutLater.start(kLayoutMs); });
}

void FlowFiles::Private::watch()
{
    const QFileInfo file(QString::fromStdString(where.file));
    if (!file.exists() && !watcher.directories().isEmpty())
        watcher.removePaths(watcher.directories()); // folders of the same names may take their places
    const QString top = QFileInfo(QString::fromStdString(where.workspace)).absoluteFilePath();
    for (QFileInfo at(file.absolutePath());; at = QFileInfo(at.absolutePath())) {
        if (at.exists() && !watcher.directories().contains(at.absoluteFilePath()))
            watcher.addPath(at.absoluteFilePath());
        if (at.isRoot() || at.absoluteFilePath() == top)
            break;
    }
    if (!watcher.files().contains(file.absoluteFilePath()) && file.exists())
        watcher.addPath(file.absoluteFilePath()); // a rename onto it ends the watch of the one before
}

void FlowFiles::Private::looked(DiskText now)
{
    watch();
    const bool wasReadOnly = std::exchange(isReadOnly, now.isReadOnly);
    if (isReadOnly != wasReadOnly)
        emit q.fileOnDiskChanged();
    switch (now.presence) {
    case DiskText::There:
        found(std::move(now));
        return;
    case DiskText::Missing:
        diskError = now.error;
        setDisk(knownVersion.empty() ? FileOnDisk::Known : FileOnDisk::Gone);
        return;
    case DiskText::Bad:
        diskError = now.error;
        setDisk(FileOnDisk::Unreadable);
        return;
    }
}

void FlowFiles::Private::found(DiskText now)
{
    if (now.version == knownVersion) {
        setDisk(FileOnDisk::Known);
    } else if (now.text == document->text()) { // the same was written elsewhere
        setKnown(std::move(now.text), std::move(now.version));
    } else if (document->text() == document->base() && !knownVersion.empty()) {
        document->replaceText(reloadName, now.text);
        setKnown(std::move(now.text), std::move(now.version));
        emit q.reloaded();
    } else {
        const bool isNew = now.version != present.version;
        present = std::move(now);
        if (state == FileOnDisk::Changed && isNew)
            emit q.fileOnDiskChanged();
        setDisk(FileOnDisk::Changed);
    }
}

void FlowFiles::Private::setDisk(FileOnDisk now)
{
    if (state == now)
        return;
    state = now;
    textWasChanged(); // without the file, what the document shows is all that is left
    emit q.fileOnDiskChanged();
}

void FlowFiles::Private::setKnown(std::string text, std::string version)
{
    knownVersion = std::move(version);
    document->setBase(std::move(text));
    setDisk(FileOnDisk::Known);
    textWasChanged(); // the draft says what it was begun with
}

void FlowFiles::Private::takeFile(const QString &name)
{
    document->replaceText(name, present.text);
    setKnown(present.text, present.version);
}

void FlowFiles::Private::textWasChanged()
{
    const bool wasSaved = saved == wanted++;
    if (!draftLater.isActive())
        draftLater.start(kDraftMs);
    if (wasSaved)
        emit q.draftChanged();
}

bool FlowFiles::Private::hasNothingToSave() const
{
    return state == FileOnDisk::Known && !knownVersion.empty() && document->text() == document->base();
}

void FlowFiles::Private::saveDraft()
{
    if (holder || isSaving) // what changes while it is saved is saved afterwards
        return;
    draftLater.stop();
    isSaving = true;
    std::optional<FlowDraft> draft;
    if (!hasNothingToSave())
        draft = FlowDraft{document->file(), knownVersion, document->text()};
    const bool isRemoval = !draft;
    run<Status>([place = where, draft = std::move(draft)] { return saveDraftFile(place, draft); },
                [this, number = wanted, isRemoval](const Status &status) {
                    draftWasSaved(number, isRemoval, status);
                });
}

void FlowFiles::Private::draftWasSaved(quint64 number, bool isRemoval, const Status &status)
{
    isSaving = false;
    if (status) {
        saved = number;
        savedAt = isRemoval ? QDateTime() : QDateTime::currentDateTime();
        if (isRemoval)
            draftFound.reset();
    } else if (!hasFailed) {
        emit q.problemFound(status.error());
    }
    hasFailed = !status;
    if (saved != wanted && !draftLater.isActive())
        draftLater.start(hasFailed ? kRetryMs : 0);
    emit q.draftChanged();
}

void FlowFiles::Private::saveLayout()
{
    layoutLater.stop();
    if (holder || document->places() == knownPlaces)
        return;
    run<Result<StepPlaces>>([path = layoutPath(where.file), mine = document->places(),
                             known = knownPlaces] { return views::saveLayout(path, mine, known); },
                            [this](const Result<StepPlaces> &places) {
                                places ? foundPlaces(*places) : emit q.problemFound(places.error());
                            });
}

/// Others may move steps while the flow is open; what was moved here stays where it was put.
void FlowFiles::Private::foundPlaces(const StepPlaces &theirs)
{
    StepPlaces merged = mergedPlaces(document->places(), knownPlaces, theirs);
    knownPlaces = theirs;
    document->setPlaces(reloadName, std::move(merged));
}

FlowFiles::FlowFiles(Where where, QString reloadName, QObject *parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(*this, std::move(where), std::move(reloadName)))
{
}

FlowFiles::~FlowFiles()
{
    if (!m_private->document)
        return;
    m_private->isSaving = false; // the worker does one after the other
    if (!isDraftSaved())
        m_private->saveDraft();
    if (m_private->layoutLater.isActive())
        m_private->saveLayout();
}

const FlowFiles::Where &FlowFiles::where() const
{
    return m_private->where;
}

void FlowFiles::open()
{
    if (m_private->document || m_private->isOpening)
        return;
    m_private->isOpening = true;
    m_private->run<FlowOpening>(
        [place = m_private->where, &lock = m_private->lock] { return openFlow(place, lock); },
        [this](FlowOpening opening) { m_private->wasOpened(std::move(opening)); });
}

FlowDocument *FlowFiles::document() const
{
    return m_private->document.get();
}

const std::optional<DraftFound> &FlowFiles::draftFound() const
{
    return m_private->draftFound;
}

const std::optional<DraftHolder> &FlowFiles::draftHolder() const
{
    return m_private->holder;
}

void FlowFiles::saveDraft()
{
    if (m_private->document)
        m_private->saveDraft();
}

bool FlowFiles::isDraftSaved() const
{
    return m_private->document && m_private->saved == m_private->wanted;
}

const QDateTime &FlowFiles::draftSavedAt() const
{
    return m_private->savedAt;
}

void FlowFiles::discardDraft(const QString &name)
{
    if (m_private->state == FileOnDisk::Changed)
        m_private->takeFile(name);
    else
        m_private->document->replaceText(name, m_private->document->base());
    m_private->saveDraft();
}

FileOnDisk FlowFiles::fileOnDisk() const
{
    return m_private->state;
}

bool FlowFiles::isReadOnly() const
{
    return m_private->isReadOnly;
}

const Error &FlowFiles::diskError() const
{
    return m_private->diskError;
}

const std::string &FlowFiles::textOnDisk() const
{
    return m_private->present.text;
}

void FlowFiles::checkDisk()
{
    if (!m_private->document)
        return;
    using Found = std::pair<DiskText, Result<StepPlaces>>;
    m_private->run<Found>(
        [place = m_private->where] {
            return Found{readFlowFile(place), readLayout(layoutPath(place.file))};
        },
        [this](Found now) {
            if (now.second) // a bad one is told when it is opened
                m_private->foundPlaces(*now.second);
            m_private->looked(std::move(now.first));
        });
}

void FlowFiles::reload()
{
    if (m_private->state == FileOnDisk::Changed)
        m_private->takeFile(m_private->reloadName);
}

void FlowFiles::keepMine()
{
    if (m_private->state == FileOnDisk::Changed)
        m_private->setKnown(m_private->present.text, m_private->present.version);
    else if (m_private->state == FileOnDisk::Gone)
        m_private->setKnown({}, {});
}

const std::string &FlowFiles::knownVersion() const
{
    return m_private->knownVersion;
}

void FlowFiles::publish(versions::PublishOrder order, Published told)
{
    order.madeFrom = m_private->knownVersion;
    auto text = std::make_shared<const std::string>(order.text);
    m_private->run<Result<versions::Published>>(
        [place = m_private->where, order = std::move(order)]() -> Result<versions::Published> {
            Result<versions::VersionBook> book = versions::VersionBook::open(place);
            return book ? book->publish(order) : book.error();
        },
        [this, text, told = std::move(told)](Result<versions::Published> result) {
            if (result)
                m_private->setKnown(*text, result->entry.version);
            else
                checkDisk();
            if (told)
                told(std::move(result));
        });
}

} // namespace batuta::views
