#include "sources/readers/readers.h"
#include "sources/readers/refusal.h"
#include "sources/writtentime.h"

#include <poppler-document.h>
#include <poppler-page.h>

#include <memory>

namespace dateline
{

namespace
{

QString textOf(const poppler::ustring &text)
{
    const poppler::byte_array utf8 = text.to_utf8();
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString titleOf(const poppler::document &file)
{
    QString title = textOf(file.get_title()).simplified();
    // Printers write the program and the file there, which is no title.
    const QString word = QStringLiteral("Microsoft Word - ");
    return title.startsWith(word) ? title.sliced(word.size()) : title;
}

} // namespace

SourcesRead readPdf(const QByteArray &bytes, const QString &name)
{
    const std::unique_ptr<poppler::document> file(
        poppler::document::load_from_raw_data(bytes.constData(), static_cast<int>(bytes.size())));
    if (!file) {
        return refusal(Error::Kind::Malformed, "“%1” is a PDF file that is damaged or cut off; get it anew", name);
    }
    if (file->is_locked()) {
        return refusal(Error::Kind::Unsupported,
                       "“%1” is locked with a password; open it in a PDF reader and save it without", name);
    }
    Document document;
    bool words = false;
    for (int i = 0; i < file->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(file->create_page(i));
        QString text =
            page ? textOf(page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout)) : QString();
        while (!text.isEmpty() && text.back().isSpace())
            text.chop(1);
        words = words || !text.isEmpty();
        // One form feed between pages, empty ones too, so that a position tells its page.
        document.text += i > 0 ? QLatin1StringView("\n\f") : QLatin1StringView();
        document.text += text.remove(u'\f');
    }
    if (!words) {
        return refusal(Error::Kind::Unsupported,
                       "“%1” holds pictures of pages and no text; run text recognition over it first", name);
    }
    document.title = titleOf(*file);
    document.author = textOf(file->get_author()).simplified();
    document.published = writtenTimeIn(textOf(file->info_key("CreationDate")));
    document.modified = laterThan(document.published, writtenTimeIn(textOf(file->info_key("ModDate"))));
    SourcesRead read;
    read.documents.push_back(std::move(document));
    return read;
}

} // namespace dateline
