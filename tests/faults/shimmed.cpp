#include "shimmed.h"

#include "editscript.h"

#include <QFile>

#include <cstdio>

#include <dlfcn.h>
#include <unistd.h>

namespace dateline
{

namespace
{

constexpr int editsOfARun = 25;

QString nameOf(Work work)
{
    return work == Work::Making ? QStringLiteral("make") : QStringLiteral("edit");
}

Result<std::unique_ptr<Case>> begin(const QString &what, const QString &path)
{
    return what == QLatin1StringView("make") && !QFile::exists(path) ? createCase(path, QStringLiteral("A case"))
                                                                     : openCase(path);
}

/// The open case; a second try must succeed where only one call failed.
std::unique_ptr<Case> beginAgain(const QString &what, const QString &path, const Telling &telling)
{
    for (int attempt = 0; attempt < 2; ++attempt) {
        Result<std::unique_ptr<Case>> opened = begin(what, path);
        if (opened && !(*opened)->isReadOnly())
            return std::move(*opened);
        telling.error(opened ? (*opened)->apply({QString(), {CaseInfo{}}}).error() : opened.error());
    }
    return nullptr;
}

/// Edits on after every refusal, and tells of whatever is not as before it.
void edit(Case &opened, std::uint64_t seed, const Telling &telling)
{
    std::vector<StepSeen> steps = stepsOf(opened, 0);
    EditScript script(opened, seed);
    for (int i = 0; i < editsOfARun; ++i) {
        const Result<Changed> changed = script.next();
        if (!changed && changed.error().kind != Error::Kind::NotFound) {
            telling.error(changed.error());
            if (stepsOf(opened, 0) != steps)
                telling.note(QStringLiteral("wrong: the history is not as it was before the refused step"));
            for (const Error &error : readEverything(opened))
                telling.note(QStringLiteral("wrong: reading on: ") + error.message);
            continue;
        }
        for (const StepSeen &step : stepsOf(opened, steps.empty() ? 0 : steps.back().step)) {
            telling.acknowledge(step);
            steps.push_back(step);
        }
    }
}

} // namespace

int runWithShim(const QStringList &arguments)
{
    const Telling telling(arguments.at(0).toInt());
    std::unique_ptr<Case> opened = beginAgain(arguments.at(1), arguments.at(2), telling);
    if (!opened)
        return 2;
    telling.note(QStringLiteral("open"));
    edit(*opened, arguments.at(3).toULongLong(), telling);
    opened.reset();
    const auto calls = reinterpret_cast<long (*)()>(dlsym(RTLD_DEFAULT, "write_shim_calls"));
    telling.note(QStringLiteral("calls %1").arg(calls ? calls() : -1));
    return 0;
}

Workshop::Workshop(const Task &task)
    : m_task(task)
{
    const QString base = m_bases.filePath(QStringLiteral("edit"));
    {
        const std::unique_ptr<Case> made = createCase(base, QStringLiteral("A case")).value();
        EditScript script(*made, task.seed + 1);
        for (int i = 0; i < 20; ++i) {
            if (const Result<Changed> changed = script.next();
                !changed && changed.error().kind != Error::Kind::NotFound)
                qFatal("%s", qPrintable(changed.error().message));
        }
        m_before[Work::Editing] = stepsOf(*made, 0);
    }
    m_before[Work::Migrating] = stepsIn(task.oldCase);
    m_before[Work::Making] = {};
    for (const Work work : {Work::Editing, Work::Migrating, Work::Making}) {
        const Ended ended = run(work, {});
        const QString last = ended.notes.isEmpty() ? QString() : ended.notes.last();
        m_calls[work] = last.startsWith(QStringLiteral("calls ")) ? last.sliced(6).toLongLong() : 0;
        if (ended.status != 0 || m_calls[work] < 10)
            qFatal("the shim does not work: %s", qPrintable((ended.errors + ended.notes).join(u' ')));
    }
}

Ended Workshop::run(Work work, const Fault &fault, bool mirror)
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_mirror = std::make_unique<QTemporaryDir>();
    if (work != Work::Making)
        copyToWork(work == Work::Editing ? m_bases.filePath(QStringLiteral("edit")) : m_task.oldCase, path());
    return runAndKill(
        [&](const Telling &telling) {
            qputenv("LD_PRELOAD", QFile::encodeName(m_task.writeShim));
            qputenv("FAULT_FOLDER", QFile::encodeName(folder()));
            qputenv("FAULT_AT", QByteArray::number(fault.at));
            qputenv("FAULT_REPEAT", QByteArray::number(fault.repeat));
            qputenv("FAULT_KIND", fault.kind.toLatin1());
            if (mirror)
                qputenv("FAULT_MIRROR", QFile::encodeName(this->mirror()));
            const QByteArray pipe = QByteArray::number(telling.pipe());
            const QByteArray what = nameOf(work).toLatin1();
            const QByteArray file = QFile::encodeName(path());
            const QByteArray seed = QByteArray::number(static_cast<qulonglong>(m_task.seed));
            ::execl("/proc/self/exe", "casefaults", "with-shim", pipe.constData(), what.constData(), file.constData(),
                    seed.constData(), nullptr);
            return 98;
        },
        std::chrono::seconds(60));
}

} // namespace dateline
