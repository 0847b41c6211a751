using Microsoft.EntityFrameworkCore;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Features.Support;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Demo;

/// <summary>A company whose only master user has left: its letter is checked, and waits for a second person of the support.</summary>
internal sealed class DemoSupport(DemoStage stage)
{
    private static readonly DemoCompany Company = DemoCompanies.All[8];

    public async Task Play(DateTime now)
    {
        var support = await stage.Colleague("a.yudina");
        var (supplier, master) = await stage.Ask(async db => (await db.Suppliers.Where(s => s.Name == Company.Details.ShortName).Select(s => s.Number).SingleAsync(),
            await db.Memberships.Where(m => m.Rights.IsMasterUser && db.Suppliers.Any(s => s.Id == m.SupplierId && s.Name == Company.Details.ShortName)).Select(m => m.Code).SingleAsync()));
        var opened = await stage.Play(now.AddHours(-18), support, async services =>
        {
            var store = services.GetRequiredService<IFileStore>();
            var letter = new DemoPaper("Письмо исх. 214", "Просим назначить мастер-пользователем Валееву Алию Рустамовну", "Ермаков В. О. в компании больше не работает.");
            var written = await store.Write(FileArea.Files, new MemoryStream(DemoEvents.Docx(letter)), 100_000, CancellationToken.None);
            await using var stored = store.Open(written!.StoreName);
            return await services.GetRequiredService<OpenLostMasterCase>().Open(supplier, new LostMasterForm
            {
                FullName = "Валеева Алия Рустамовна",
                Position = "Начальник отдела продаж",
                Phone = "+7 347 233-45-10",
                Email = $"valeeva@{Company.Domain}",
                SignedBy = "Хасанов Р. Т., генеральный директор",
                Letter = new UploadedFile(store, nameof(LostMasterForm.Letter), "Письмо исх. 214.docx", written, FileSniffer.Of(stored), null),
                Blocks = [master],
            }, now.AddHours(-18));
        });
        await stage.Play(now.AddHours(-17), support, services => services.GetRequiredService<DecideLostMaster>()
            .Check(opened!.Number, new LetterCheck(true, true, true, $"{Company.Details.Phone}, ответил секретарь"), now.AddHours(-17)));
    }
}
