using System.Globalization;
using Microsoft.Extensions.Options;
using MimeKit;

namespace SrmPortal.Web.Mail;

/// <summary>Development: each mail becomes an .eml file, readable at <c>/dev/mail</c>.</summary>
internal sealed class FolderTransport(IOptions<MailSettings> settings, TimeProvider clock) : IMailTransport
{
    private static int _count;

    public IMailSession Begin() => new Session(settings.Value.Folder!, clock);

    private sealed class Session(string folder, TimeProvider clock) : IMailSession
    {
        public async Task<MailAnswer> HandOver(MimeMessage message, CancellationToken cancellationToken)
        {
            Directory.CreateDirectory(folder);
            var time = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{time}-{Interlocked.Increment(ref _count):0000}-{Environment.ProcessId}.eml"));
            await message.WriteToAsync(file + ".part", cancellationToken);
            File.Move(file + ".part", file);
            return new MailAnswer(Verdict.Taken, "250 in the folder");
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
