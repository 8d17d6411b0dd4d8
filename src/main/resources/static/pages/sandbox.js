document.querySelectorAll('select[data-platform]').forEach(select =>
  select.addEventListener('change', async () => {
    await fetch(`/sandbox/${select.dataset.platform}/behaviour`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ mode: select.value })
    });
    location.reload();
  })
);
