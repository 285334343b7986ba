#include "ui/casecheck.h"

#include "casefile/verifyreport.h"

#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

#include <memory>

namespace dateline
{

namespace
{

QString number(std::int64_t value)
{
    return QLocale(QLocale::English).toString(qint64{value});
}

} // namespace

CaseCheck::CaseCheck(CaseStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

CaseCheck::~CaseCheck() = default;

void CaseCheck::start()
{
    if (!m_store->current())
        return;
    clear();
    m_busy = true;
    Q_EMIT changed();
    // A connection of its own: the window works on meanwhile.
    m_worker = std::jthread([this, run = m_run, path = m_store->current()->path()](const std::stop_token &stop) {
        auto result = std::make_shared<Result<Verification>>(verifyCase(path, stop));
        QMetaObject::invokeMethod(
            this,
            [this, run, result] {
                if (run == m_run)
                    finish(std::move(*result));
            },
            Qt::QueuedConnection);
    });
}

void CaseCheck::finish(Result<Verification> result)
{
    m_busy = false;
    if (result)
        m_verification = std::move(*result);
    else
        m_problem = result.error().message;
    Q_EMIT changed();
}

void CaseCheck::clear()
{
    ++m_run;
    m_worker = std::jthread();
    m_busy = false;
    m_verification.reset();
    m_saved.clear();
    m_problem.clear();
    Q_EMIT changed();
}

QString CaseCheck::verdict() const
{
    return m_verification ? verdictText(*m_verification) : QString();
}

QString CaseCheck::facts() const
{
    if (!m_verification)
        return {};
    const Verification &v = *m_verification;
    return tr("Steps %1 · Rows of history %2 · Sources %3 · Quotes %4 · Incidents %5")
        .arg(number(v.steps), number(v.historyRows), number(v.documents),
             number(v.quotesExact + v.quotesMoved + v.quotesChanged + v.quotesLost), number(v.incidents));
}

QStringList CaseCheck::findings() const
{
    QStringList texts;
    if (!m_verification)
        return texts;
    for (const Finding &finding : m_verification->findings)
        texts.append(findingText(finding));
    if (m_verification->findingsLeftOut > 0)
        texts.append(tr("And %1 more").arg(number(m_verification->findingsLeftOut)));
    return texts;
}

QUrl CaseCheck::suggestedFile() const
{
    if (!m_verification)
        return {};
    const QFileInfo info(m_verification->path);
    const QString time = m_verification->checked.toString(QStringLiteral("yyyy-MM-dd HHmm"));
    return QUrl::fromLocalFile(info.absolutePath() + u'/' + tr("%1 checked %2.txt").arg(info.completeBaseName(), time));
}

void CaseCheck::save(const QUrl &file)
{
    m_saved.clear();
    m_problem.clear();
    if (!m_verification)
        return;
    const QString path = file.toLocalFile();
    const QByteArray text = reportText(*m_verification).toUtf8();
    // The case itself must not be overwritten by a report on it.
    if (QFileInfo(path).canonicalFilePath() == QFileInfo(m_verification->path).canonicalFilePath()) {
        m_problem = tr("“%1” is the case itself: choose another name for the report").arg(path);
    } else {
        QSaveFile out(path);
        if (out.open(QIODevice::WriteOnly) && out.write(text) == text.size() && out.commit())
            m_saved = path;
        else
            m_problem =
                tr("The report could not be written to “%1” (%2): choose another folder").arg(path, out.errorString());
    }
    Q_EMIT changed();
}

} // namespace dateline
