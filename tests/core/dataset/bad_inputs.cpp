#include "tests/core/dataset/bad_inputs.h"

#include "tests/core/dataset/made_files.h"

namespace labelwright::tests {

namespace {

/// Collects inputs below one folder.
class BadInputs
{
public:
    explicit BadInputs(QString folder)
        : m_folder(std::move(folder))
    {
    }

    /// A zip of one readable image called a.png and an index with this content.
    void addIndex(const char* name, const QByteArray& index, const QString& sentence)
    {
        addZip(name, {{u"index.csv"_qs, index}, {u"a.png"_qs, pngImage(1)}}, sentence);
    }

    void addZip(const char* name, const std::vector<NamedBytes>& files, const QString& sentence)
    {
        const QString file = QString::fromLatin1(name) + u".zip"_qs;
        m_inputs.push_back({name, makeZip(m_folder, file, files), fill(sentence, file)});
    }

    /// A zip written by a Python program that gets its path as argv[1] and an image as argv[2].
    void addPython(const char* name, const char* program, const QString& sentence)
    {
        const QString file = QString::fromLatin1(name) + u".zip"_qs;
        const QString path = m_folder + u'/' + file;
        makeFolder(m_folder, {{u"image.png"_qs, pngImage(1)}});
        runPython(QString::fromLatin1(program), {path, m_folder + u"/image.png"_qs});
        m_inputs.push_back({name, path, fill(sentence, file)});
    }

    void addFile(const char* name, const QString& file, const QByteArray& content,
                 const QString& sentence)
    {
        const QString folder = m_folder + u'/' + QString::fromLatin1(name);
        makeFolder(folder, {{file, content}});
        m_inputs.push_back({name, folder + u'/' + file, fill(sentence, file)});
    }

    void addFolder(const char* name, const std::vector<NamedBytes>& files, const QString& sentence)
    {
        const QString folder = m_folder + u'/' + QString::fromLatin1(name);
        m_inputs.push_back({name, makeFolder(folder, files), fill(sentence, folder)});
    }

    void addMissing(const char* name, const QString& sentence)
    {
        const QString path = m_folder + u'/' + QString::fromLatin1(name);
        m_inputs.push_back({name, path, sentence.arg(path)});
    }

    [[nodiscard]] std::vector<BadInput> take() { return std::move(m_inputs); }

private:
    static QString fill(QString sentence, const QString& name)
    {
        return sentence.replace(u"%1"_qs, name);
    }

    QString m_folder;
    std::vector<BadInput> m_inputs;
};

void addArchives(BadInputs& inputs)
{
    inputs.addPython("escaping", R"(
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1], 'w'); z.write(sys.argv[2], 'a.png'); z.write(sys.argv[2], '../evil.png'); z.close())",
                     u"The archive %1 is refused: its entry ../evil.png points outside the "
                     "archive's folder."_qs);
    inputs.addPython(
        "escapingbackslash", R"(
import sys, zipfile
i = zipfile.ZipInfo('x'); i.filename = '..\\evil.png'
z = zipfile.ZipFile(sys.argv[1], 'w'); z.writestr(i, open(sys.argv[2], 'rb').read()); z.close())",
        u"The archive %1 is refused: its entry ../evil.png points outside the archive's "
        "folder."_qs);
    inputs.addPython(
        "absolute", R"(
import sys, zipfile
i = zipfile.ZipInfo('x'); i.filename = '/etc/evil.png'
z = zipfile.ZipFile(sys.argv[1], 'w'); z.writestr(i, open(sys.argv[2], 'rb').read()); z.close())",
        u"The archive %1 is refused: its entry /etc/evil.png points outside the archive's "
        "folder."_qs);
    inputs.addPython(
        "drive", R"(
import sys, zipfile
i = zipfile.ZipInfo('x'); i.filename = 'C:\\evil.png'
z = zipfile.ZipFile(sys.argv[1], 'w'); z.writestr(i, open(sys.argv[2], 'rb').read()); z.close())",
        u"The archive %1 is refused: its entry C:/evil.png points outside the archive's "
        "folder."_qs);
    inputs.addPython(
        "link", R"(
import sys, zipfile, stat
i = zipfile.ZipInfo('a.png'); i.create_system = 3; i.external_attr = (stat.S_IFLNK | 0o777) << 16
z = zipfile.ZipFile(sys.argv[1], 'w'); z.writestr(i, '/etc/passwd'); z.close())",
        u"The archive %1 is refused: its entry a.png is a symbolic link; pack the file "
        "itself."_qs);
    inputs.addPython(
        "encrypted", R"(
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1], 'w'); z.write(sys.argv[2], 'a.png'); z.close()
b = bytearray(open(sys.argv[1], 'rb').read())
b[6] |= 1; b[b.rindex(b'PK\x01\x02') + 8] |= 1
open(sys.argv[1], 'wb').write(b))",
        u"The archive %1 is encrypted; unpack it with its password and import the folder."_qs);
    inputs.addPython("truncated", R"(
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1], 'w'); z.write(sys.argv[2], 'a.png'); z.write(sys.argv[2], 'b.png'); z.close()
b = open(sys.argv[1], 'rb').read(); open(sys.argv[1], 'wb').write(b[:len(b) // 2]))",
                     u"The archive %1 is truncated or damaged; fetch or pack it again."_qs);
    inputs.addPython("brokendirectory", R"(
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1], 'w'); z.write(sys.argv[2], 'a.png'); z.write(sys.argv[2], 'b.png'); z.close()
b = bytearray(open(sys.argv[1], 'rb').read()); b[b.rindex(b'PK\x01\x02') + 2] = 9
open(sys.argv[1], 'wb').write(b))",
                     u"The archive %1 is truncated or damaged; fetch or pack it again."_qs);
}

void addBombs(BadInputs& inputs)
{
    inputs.addPython(
        "bombratio", R"(
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED); z.writestr('a.png', bytes(80 << 20)); z.close())",
        u"The archive %1 is refused as a zip bomb: a.png grows from 79.6 KiB to 80.0 MiB."_qs);
    inputs.addPython(
        "bombtotal", R"(
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED)
for i in range(8): z.writestr('%d.png' % i, bytes(20 << 20))
z.close())",
        u"The archive %1 is refused as a zip bomb: it grows from 160.0 KiB to 160.0 MiB."_qs);
    inputs.addPython(
        "bombclaim", R"(
import struct, sys, zipfile
z = zipfile.ZipFile(sys.argv[1], 'w'); z.write(sys.argv[2], 'a.png'); z.close()
b = bytearray(open(sys.argv[1], 'rb').read()); at = b.rindex(b'PK\x01\x02')
b[at + 24:at + 28] = struct.pack('<I', 3 << 30)
open(sys.argv[1], 'wb').write(b))",
        u"The archive %1 is refused as a zip bomb: a.png claims 3.0 GiB, more than 1.0 GiB."_qs);
    inputs.addPython("bomboverlap", R"(
import struct, sys, zipfile
z = zipfile.ZipFile(sys.argv[1], 'w'); z.write(sys.argv[2], 'a.png'); z.close()
b = open(sys.argv[1], 'rb').read(); at = b.rindex(b'PK\x01\x02'); end = b.rindex(b'PK\x05\x06')
entry = b[at:end]; many = b''.join(entry[:46] + b'%05d' % i for i in range(500))
tail = bytearray(b[end:]); tail[8:12] = struct.pack('<HH', 500, 500); tail[12:16] = struct.pack('<I', len(many))
open(sys.argv[1], 'wb').write(b[:at] + many + tail))",
                     u"The archive %1 is refused as a zip bomb: its files overlap."_qs);
}

void addIndexes(BadInputs& inputs)
{
    inputs.addIndex(
        "noimagecolumn", "name,water\nx,1\ny,0\n",
        u"The index index.csv has no image column: none of its columns (name, water) holds "
        "paths of images."_qs);
    inputs.addIndex(
        "nobinarycolumn", "image,weather\na.png,fine\n",
        u"The index index.csv has no label column: none of its columns (image, weather) is "
        "binary (1/0, true/false or yes/no). Import it unlabelled to label its images "
        "here."_qs);
    inputs.addIndex(
        "numbersonly", "image,label\na.png,0.25\n",
        u"The index index.csv has no label column: none of its columns (image, label) is "
        "binary (1/0, true/false or yes/no). Import it unlabelled to label its images "
        "here."_qs);
    inputs.addIndex("emptyindex", "", u"The index index.csv is empty."_qs);
    inputs.addIndex("headeronly", "image,water\n",
                    u"The index index.csv has a header but no rows."_qs);
    inputs.addIndex(
        "openquote", "image,water\n\"a.png,1\n",
        u"The index index.csv is damaged: the quote opened on line 2 is never closed."_qs);
    inputs.addIndex("binaryindex", QByteArray("image,water\n\0\1\0\0\0\2", 18),
                    u"The index index.csv is no text."_qs);
    inputs.addIndex("allmissing", "image,water\nb.png,1\nc.png,0\n",
                    u"Nothing in %1 can be imported: 2 rows name an image that is not there."_qs);
    inputs.addIndex("escapingrow", "image,water\n../../etc/passwd.png,1\n",
                    u"Nothing in %1 can be imported: 1 row names an image that is not there."_qs);
    inputs.addIndex("allnonbinary", "image,water,sky\na.png,1,maybe\na.png,maybe,1\n",
                    u"Nothing in %1 can be imported: 2 rows have label cells that are neither 1/0, "
                    "true/false, yes/no nor blank: 'sky', 'water' were taken as labels."_qs);
}

void addSources(BadInputs& inputs)
{
    inputs.addZip("noimages", {{u"readme.txt"_qs, "hello"}},
                  u"The archive %1 holds no images (JPEG, PNG, GIF, WebP, BMP or TIFF)."_qs);
    inputs.addZip("indexwithoutimages", {{u"index.csv"_qs, "image,water\na.png,1\n"}},
                  u"The archive %1 holds no images (JPEG, PNG, GIF, WebP, BMP or TIFF)."_qs);
    inputs.addZip("emptyzip", {}, u"The archive %1 is empty."_qs);
    inputs.addZip(
        "twotables",
        {{u"a.csv"_qs, "image,x\n"}, {u"b.csv"_qs, "image,x\n"}, {u"a.png"_qs, pngImage(1)}},
        u"The archive %1 holds several CSV files (a.csv, b.csv): call the one to use "
        "index.csv, at the top."_qs);
    inputs.addZip("emptyimages", {{u"cat/a.png"_qs, ""}, {u"dog/b.png"_qs, ""}},
                  u"Nothing in %1 can be imported: 2 images cannot be read."_qs);
    inputs.addFolder("emptyfolder", {},
                     u"The folder %1 holds no images (JPEG, PNG, GIF, WebP, BMP or TIFF)."_qs);
    inputs.addFile("notazip", u"data.zip"_qs, "this is no archive",
                   u"The file %1 is no zip archive, although its name says so."_qs);
    inputs.addFile("emptyzipfile", u"data.zip"_qs, "",
                   u"The file %1 is no zip archive, although its name says so."_qs);
    inputs.addFile("document", u"data.pdf"_qs, "%PDF-1.4",
                   u"The file %1 is neither a zip archive nor a CSV file; name one of these or a "
                   "folder."_qs);
    inputs.addFile("singleimage", u"a.png"_qs, pngImage(1),
                   u"The file %1 is a single image; import the folder it is in."_qs);
    inputs.addMissing("nothere", u"There is no file or folder %1."_qs);
}

} // namespace

std::vector<BadInput> makeBadInputs(const QString& folder)
{
    BadInputs inputs(folder);
    addArchives(inputs);
    addBombs(inputs);
    addIndexes(inputs);
    addSources(inputs);
    return inputs.take();
}

} // namespace labelwright::tests
