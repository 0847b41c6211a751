using Microsoft.Playwright;

namespace SrmPortal.Browser.Tests.Journey;

/// <summary>Chooses files over the limits: 25 MB a file, 100 MB a registration. They are named at their field before anything is sent, and the rest stays.</summary>
internal sealed class LargeFiles(Story story) : IDisposable
{
    private const int MegaByte = 1024 * 1024;

    /// <summary>The first kind of document, whichever it is.</summary>
    private const string First = "section:has(#Documents_0__f)";

    private readonly string _folder = Directory.CreateTempSubdirectory("srm-large-").FullName;

    public async Task AreNamedBeforeTheyAreSent()
    {
        await using var me = await story.Somebody();
        await new Applicant(story, looks: false).Begins(me);
        await me.GoTo("/registration/documents");
        var sent = 0;
        me.Page.Request += (_, request) => sent += request.Method == "POST" ? 1 : 0;
        await me.Type("Documents[0].Number", "№ 7");
        await me.Tick("Terms");

        await Choose(me, Of("Скан.pdf", 26));
        await IsTold(me, story.Say("Файл «Скан.pdf» больше 25 МБ.", "Скан.pdf is over 25 MB."));
        Assert.Equal(0, await Files(me).EvaluateAsync<int>("field => field.files.length"));
        await Choose(me, [.. Enumerable.Range(1, 5).Select(no => Of($"Часть {no}.pdf", 24))]);
        await IsTold(me, story.Say("не больше 100 МБ", "may have 100 MB"));
        Assert.Equal(0, sent);
        await me.Looks();
        await Assertions.Expect(me.Field("Documents[0].Number")).ToHaveValueAsync("№ 7");
        await Assertions.Expect(me.Field("Terms")).ToBeCheckedAsync();

        // What can be taken is stored at once, with what was typed; the other is named on the page that comes.
        await me.Goes(() => Choose(me, Of("Скан.pdf", 26), Of("Устав.pdf", 0)));
        await me.Expect($"{First} .files").ToContainTextAsync("Устав.pdf");
        await IsTold(me, story.Say("Файл «Скан.pdf» больше 25 МБ.", "Скан.pdf is over 25 MB."));
        Assert.Equal(1, sent);
        await Assertions.Expect(me.Field("Documents[0].Number")).ToHaveValueAsync("№ 7");
        await Assertions.Expect(me.Field("Terms")).ToBeCheckedAsync();
        await me.GoTo("/registration/documents");
        await Assertions.Expect(me.Page.Locator(".err")).ToHaveCountAsync(0);
        me.ComplainsOfNothing();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ILocator Files(Visitor me) => me.Page.Locator("#Documents_0__f");

    private static Task Choose(Visitor me, params string[] paths) => Files(me).SetInputFilesAsync(paths);

    private static async Task IsTold(Visitor me, string words)
    {
        await me.Expect($"{First} .err").ToContainTextAsync(words.Replace(" МБ", "\u00A0МБ", StringComparison.Ordinal).Replace(" MB", "\u00A0MB", StringComparison.Ordinal));
        await Assertions.Expect(Files(me)).ToHaveAttributeAsync("aria-invalid", "true");
    }

    /// <summary>So many megabytes, of which the disk holds next to nothing.</summary>
    private string Of(string name, int megabytes)
    {
        var path = Path.Combine(_folder, name);
        using var file = File.Create(path);
        file.Write(Given.Pdf);
        if (megabytes > 0)
        {
            file.SetLength((long)megabytes * MegaByte);
        }

        return path;
    }
}
