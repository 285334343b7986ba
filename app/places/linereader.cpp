#include "places/linereader.h"

#include "places/addplacestext.h"

#include <archive.h>
#include <archive_entry.h>

#include <QFile>
#include <QFileInfo>

#include <array>

namespace dateline
{

namespace
{} // namespace

void LineReader::Close::operator()(archive *file) const
{
    archive_read_free(file);
}

Result<LineReader> LineReader::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return failure(Error::Kind::NotFound,
                       AddPlacesText::tr("There is no file “%1”; check its name and folder").arg(path), path);
    LineReader reader;
    reader.m_path = path;
    reader.m_size = info.size();
    reader.m_archive.reset(archive_read_new());
    archive *file = reader.m_archive.get();
    archive_read_support_filter_gzip(file);
    archive_read_support_format_zip(file);
    archive_read_support_format_raw(file);
    archive_read_support_format_empty(file);
    constexpr std::size_t blockBytes = 1 << 16;
    if (archive_read_open_filename(file, QFile::encodeName(path).constData(), blockBytes) != ARCHIVE_OK) {
        return failure(Error::Kind::Unreadable,
                       AddPlacesText::tr("“%1” cannot be read; check that you may open it").arg(info.fileName()), path);
    }
    archive_entry *entry = nullptr;
    while (archive_read_next_header(file, &entry) == ARCHIVE_OK) {
        // GeoNames' zips hold the dump and, in some, a readme.
        const QString name = QString::fromUtf8(archive_entry_pathname_utf8(entry));
        if (!name.contains(u"readme", Qt::CaseInsensitive) && archive_entry_filetype(entry) != AE_IFDIR)
            return reader;
    }
    return failure(Error::Kind::Unsupported,
                   AddPlacesText::tr("“%1” holds no text; add the dump as GeoNames publishes it, .zip or .txt")
                       .arg(info.fileName()),
                   path);
}

bool LineReader::fill()
{
    if (m_ended)
        return false;
    m_buffer.erase(0, m_at);
    m_at = 0;
    constexpr std::size_t longestLine = 1 << 22; // A text without line ends is no dump.
    std::array<char, 1 << 16> block{};
    const la_ssize_t read = archive_read_data(m_archive.get(), block.data(), block.size());
    if (read < 0 || m_buffer.size() > longestLine) {
        m_error = Error{Error::Kind::Malformed,
                        AddPlacesText::tr("“%1” is damaged or no table of places; fetch it again")
                            .arg(QFileInfo(m_path).fileName()),
                        m_path};
        m_ended = true;
        return false;
    }
    m_ended = read == 0;
    m_buffer.append(block.data(), std::size_t(read));
    return read > 0;
}

bool LineReader::next()
{
    std::size_t end = m_buffer.find('\n', m_at);
    while (end == std::string::npos) {
        const std::size_t had = m_buffer.size() - m_at;
        if (!fill())
            break;
        end = m_buffer.find('\n', had);
    }
    if (m_error || (end == std::string::npos && m_at >= m_buffer.size()))
        return false;
    const std::size_t size = (end == std::string::npos ? m_buffer.size() : end) - m_at;
    m_line = std::string_view(m_buffer).substr(m_at, size);
    if (m_line.ends_with('\r'))
        m_line.remove_suffix(1);
    m_at = std::min(m_at + size + 1, m_buffer.size());
    ++m_number;
    return true;
}

double LineReader::share() const
{
    return m_size > 0 ? double(archive_filter_bytes(m_archive.get(), -1)) / double(m_size) : 0;
}

} // namespace dateline
